package dev.poscart.domain.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Promises that were found broken. */
final class Violations {

  private final List<String> all = new ArrayList<>();

  void expect(boolean kept, String promise, Object... about) {
    if (!kept) {
      all.add(promise + ": " + Arrays.toString(about));
    }
  }

  List<String> all() {
    return all;
  }
}
