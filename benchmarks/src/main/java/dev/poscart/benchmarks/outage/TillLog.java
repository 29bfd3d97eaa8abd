package dev.poscart.benchmarks.outage;

import dev.poscart.app.load.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The look-ups of one till in order. */
final class TillLog implements Stopwatch {

  /**
   * What a till experienced after a fault.
   *
   * @param waitedNanos from the fault, or from its next look-up if that was later, until it got an
   *     item
   * @param refused number of look-ups refused meanwhile
   */
  record Wait(long waitedNanos, int refused) {}

  private record Answer(long startedNanos, long endedNanos, boolean isGood) {}

  // Both guarded by this.
  private final List<Answer> answers = new ArrayList<>();
  private long goodInAll;

  @Override
  public synchronized void answered(String step, long startedNanos, long tookNanos, int status) {
    if (step.equals("add")) {
      boolean isGood = status == 200;
      answers.add(new Answer(startedNanos, startedNanos + tookNanos, isGood));
      goodInAll += isGood ? 1 : 0;
    }
  }

  /** The total number of successful look-ups. */
  synchronized long goodInAll() {
    return goodInAll;
  }

  /** Forgets the recorded look-ups. */
  synchronized void clear() {
    answers.clear();
  }

  /** The till's wait since a moment; empty while it lasts. */
  synchronized Optional<Wait> waitSince(long momentNanos) {
    int refused = 0;
    long firstStarted = 0;
    for (Answer answer : answers) {
      if (answer.endedNanos() - momentNanos > 0) {
        firstStarted = refused == 0 ? answer.startedNanos() : firstStarted;
        if (answer.isGood()) {
          long from = firstStarted - momentNanos > 0 ? firstStarted : momentNanos;
          return Optional.of(new Wait(answer.endedNanos() - from, refused));
        }
        refused++;
      }
    }
    return Optional.empty();
  }
}
