package dev.poscart.adapters.grpc;

import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the channel leave a connection that does not answer, for a new one. Not too often: a master
 * that is merely slow would be met with connection after connection.
 */
final class ConnectionLeaver {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLeaver.class);

  /** gRPC keeps what it has left for so long, and goes on connecting it when told to. */
  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final ManagedChannel channel;
  private final long intervalNanos;
  private final LongSupplier clock;
  private final AtomicLong notBefore;
  private final Queue<Long> leftNanos = new ConcurrentLinkedQueue<>();

  ConnectionLeaver(ManagedChannel channel, Duration atMostEvery, LongSupplier clock) {
    this.channel = channel;
    this.intervalNanos = atMostEvery.toNanos();
    this.clock = clock;
    this.notBefore = new AtomicLong(clock.getAsLong());
  }

  /**
   * Leaves the connection, unless one was left a short time ago.
   *
   * @param reason for the log
   */
  void leave(String reason) {
    long now = clock.getAsLong();
    long earliest = notBefore.get();
    if (now - earliest >= 0 && notBefore.compareAndSet(earliest, now + intervalNanos)) {
      LOG.warn("item master connection left for a new one: {}", reason);
      leaveNow();
    }
  }

  /** Leaves a channel that nobody needs, without a word. */
  void rest() {
    leaveNow();
  }

  private void leaveNow() {
    leftNanos.add(clock.getAsLong());
    channel.enterIdle();
  }

  /** How many that were left may still be connecting beside the one in use. */
  int lingering() {
    long now = clock.getAsLong();
    leftNanos.removeIf(left -> now - left > LINGER_NANOS);
    return leftNanos.size();
  }
}
