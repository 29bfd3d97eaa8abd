package dev.poscart.app.crash;

import dev.poscart.domain.fixtures.Delay;
import java.time.Duration;
import java.util.Random;

/**
 * Something that goes wrong for a while.
 *
 * @param name in the figures
 * @param weight relative frequency
 */
record Fault(String name, int weight, Action action) {

  /** Does the damage and repairs it. */
  @FunctionalInterface
  interface Action {
    void on(Service service, Random random) throws Exception;
  }

  /** A fault that begins, lasts for a random time, and ends. */
  static Fault lasting(String name, int weight, Duration longest, Step begin, Step end) {
    return new Fault(
        name,
        weight,
        (service, random) -> {
          begin.take(service);
          try {
            Delay.ofMillis(100 + random.nextInt((int) longest.toMillis()));
          } finally {
            end.take(service);
          }
        });
  }

  /** The begin or the end of a fault. */
  @FunctionalInterface
  interface Step {
    void take(Service service) throws Exception;
  }
}
