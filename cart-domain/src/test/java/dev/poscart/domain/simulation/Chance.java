package dev.poscart.domain.simulation;

import java.util.List;
import java.util.Random;

/** The one source of randomness. */
final class Chance {

  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  boolean percent(int likely) {
    return random.nextInt(100) < likely;
  }

  /** Whether an event with this probability, in ten-thousandths, occurs. */
  boolean inTenThousand(int likely) {
    return random.nextInt(10_000) < likely;
  }

  boolean coin() {
    return random.nextBoolean();
  }

  /** Both bounds are inclusive. */
  int between(int min, int max) {
    return min + random.nextInt(max - min + 1);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A delay in microseconds, exponentially distributed up to the maximum. */
  long micros(long shortest, long longest) {
    long octave = shortest;
    while (octave < longest && random.nextBoolean()) {
      octave *= 2;
    }
    return Math.min(longest, octave + random.nextInt((int) Math.min(octave, Integer.MAX_VALUE)));
  }
}
