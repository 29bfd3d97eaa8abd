package dev.poscart.web.load;

import java.time.Duration;
import java.util.OptionalLong;

/** What is known of a connection; times are those of {@link System#nanoTime}. */
final class ConnectionActivity {

  private int requests;
  private boolean inRequest;
  private long since;
  private long bytesSeen;
  private OptionalLong headSince = OptionalLong.empty();

  ConnectionActivity(long now) {
    this.since = now;
  }

  /** A request has begun. */
  synchronized int begin(long now) {
    requests++;
    inRequest = true;
    since = now;
    headSince = OptionalLong.empty();
    return requests;
  }

  /**
   * A request is over; its successor may have begun already.
   *
   * @param bytesIn all that came in on the connection until now
   */
  synchronized void end(int number, long now, long bytesIn) {
    if (number == requests) {
      inRequest = false;
      since = now;
      bytesSeen = bytesIn;
    }
  }

  synchronized boolean inRequest() {
    return inRequest;
  }

  /** When its request began, or when it was last of use. */
  synchronized long since() {
    return since;
  }

  /** Whether it has had its time; to be asked now and then. */
  synchronized boolean isTooSlow(
      long now, long bytesIn, Duration head, Duration first, Duration request) {
    if (inRequest) {
      return now - since > request.toNanos();
    }
    if (bytesIn != bytesSeen && headSince.isEmpty()) {
      headSince = OptionalLong.of(now);
    }
    boolean trickles = headSince.isPresent() && now - headSince.getAsLong() > head.toNanos();
    return trickles || (requests == 0 && now - since > first.toNanos());
  }
}
