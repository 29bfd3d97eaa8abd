package dev.poscart.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Timers with a histogram from 1 ms to 10 s, so that collectors can add up several processes. */
final class Timers {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(200),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private Timers() {}

  /**
   * Registers one.
   *
   * @param tags names and values in turn
   */
  static Timer timer(MeterRegistry registry, String name, String meaning, String... tags) {
    return Timer.builder(name)
        .description(meaning)
        .tags(tags)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }
}
