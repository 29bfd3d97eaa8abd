package dev.poscart.app.itemmaster;

import java.time.Duration;
import java.time.Instant;

/**
 * A call that a stand-in has answered.
 *
 * @param name what was called
 * @param trace the {@code traceparent} of the call; {@code "null"} if it had none
 * @param start when it came in, in nanoseconds since 1970
 * @param end when it was answered, likewise
 */
public record TracedCall(String name, String trace, long start, long end) {

  /** A call that ends now. */
  public static TracedCall ending(String name, String trace, long start) {
    return new TracedCall(name, trace, start, now());
  }

  /** Nanoseconds since 1970. */
  public static long now() {
    return Duration.between(Instant.EPOCH, Instant.now()).toNanos();
  }
}
