package dev.poscart.web;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of a request, so that the client's author sees them all at once. */
final class Problems {

  /** Bounds the length of the response. */
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
