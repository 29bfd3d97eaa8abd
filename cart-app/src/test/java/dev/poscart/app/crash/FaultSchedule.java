package dev.poscart.app.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Faults in random order, each as often as its weight says. */
final class FaultSchedule {

  private final List<Fault> all = new ArrayList<>();
  private final List<Fault> left = new ArrayList<>();
  private final Random random;

  /**
   * Shuffles the faults.
   *
   * @param eachOnce whether each occurs once, instead of by weight
   */
  FaultSchedule(List<Fault> faults, Random random, boolean eachOnce) {
    this.random = random;
    for (Fault fault : faults) {
      all.addAll(Collections.nCopies(eachOnce ? 1 : fault.weight(), fault));
    }
    shuffle();
  }

  private void shuffle() {
    left.addAll(all);
    Collections.shuffle(left, random);
  }

  /** The next one; starts over after the last. */
  Fault next() {
    if (left.isEmpty()) {
      shuffle();
    }
    return left.remove(left.size() - 1);
  }

  boolean isEmpty() {
    return left.isEmpty();
  }
}
