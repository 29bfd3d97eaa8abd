package dev.poscart.web;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that the terminal's author sees all of it at once. */
final class Problems {

  /** More than this helps nobody and would make the answer as long as the request. */
  private static final int MAX_TOLD = 20;

  private final List<Problem> found = new ArrayList<>();

  void add(String location, String text) {
    if (found.size() < MAX_TOLD) {
      found.add(new Problem(location, text));
    }
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidRequest(found);
    }
  }
}
