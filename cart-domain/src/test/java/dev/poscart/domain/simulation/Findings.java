package dev.poscart.domain.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Promises that were found broken. */
final class Findings {

  private final List<String> broken = new ArrayList<>();

  void expect(boolean kept, String promise, Object... about) {
    if (!kept) {
      broken.add(promise + ": " + Arrays.toString(about));
    }
  }

  List<String> broken() {
    return broken;
  }
}
