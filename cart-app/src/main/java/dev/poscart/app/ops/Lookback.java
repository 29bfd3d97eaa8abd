package dev.poscart.app.ops;

import dev.poscart.app.metrics.Readings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Earlier readings, so that what was counted since then is known.
 *
 * <p>Only every so many readings are kept: a look back over minutes need not be exact to seconds.
 */
final class Lookback {

  private record Timed(long nanoTime, Readings readings) {}

  private final int every;
  private final int kept;
  private final Deque<Timed> earlier = new ArrayDeque<>();
  private int seen;

  /**
   * @param every how many readings there are for one that is kept
   * @param kept maximum number of readings that are kept
   */
  Lookback(int every, int kept) {
    this.every = every;
    this.kept = kept;
  }

  void add(long nanoTime, Readings readings) {
    if (seen++ % every == 0) {
      earlier.add(new Timed(nanoTime, readings));
      if (earlier.size() > kept) {
        earlier.removeFirst();
      }
    }
  }

  /** What was counted since the oldest reading; since the start if there is none. */
  Readings since(Readings now) {
    return earlier.isEmpty() ? now : now.minus(earlier.getFirst().readings());
  }

  /** The time since the oldest reading; zero if there is none. */
  Duration span(long nanoTime) {
    return earlier.isEmpty()
        ? Duration.ZERO
        : Duration.ofNanos(nanoTime - earlier.getFirst().nanoTime());
  }
}
