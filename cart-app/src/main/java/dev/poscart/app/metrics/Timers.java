package dev.poscart.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/**
 * Creates timers with fixed histogram buckets from 1 ms to 10 s, so that several processes can be
 * aggregated.
 */
final class Timers {

  static final List<Duration> BOUNDS =
      List.of(
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
          Duration.ofSeconds(10));

  private Timers() {}

  /**
   * Creates and registers a timer.
   *
   * @param tags alternating names and values
   */
  static Timer timer(MeterRegistry registry, String name, String meaning, String... tags) {
    return Timer.builder(name)
        .description(meaning)
        .tags(tags)
        .serviceLevelObjectives(BOUNDS.toArray(Duration[]::new))
        .register(registry);
  }
}
