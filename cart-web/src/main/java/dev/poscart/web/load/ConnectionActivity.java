package dev.poscart.web.load;

import java.time.Duration;
import java.util.OptionalLong;

/** The recent activity of one connection. Times are those of {@link System#nanoTime}. */
final class ConnectionActivity {

  private int requests;
  private boolean inRequest;
  private long since;
  private long bytesSeen;
  private OptionalLong headSince = OptionalLong.empty();

  ConnectionActivity(long now) {
    this.since = now;
  }

  /**
   * A request has begun.
   *
   * @return the number of the request on this connection
   */
  synchronized int begin(long now) {
    requests++;
    inRequest = true;
    since = now;
    headSince = OptionalLong.empty();
    return requests;
  }

  /**
   * A request has ended; the next may have begun already.
   *
   * @param bytesIn bytes received on the connection so far
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

  /** When the current request began, or else when the connection last became idle. */
  synchronized long since() {
    return since;
  }

  /** Whether the connection has exceeded its time; must be called periodically. */
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
