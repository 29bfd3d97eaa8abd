package dev.poscart.adapters.grpc;

import io.grpc.ManagedChannel;
import java.time.Duration;
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

  private final ManagedChannel channel;
  private final long intervalNanos;
  private final LongSupplier clock;
  private final AtomicLong notBefore;

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
      channel.enterIdle();
    }
  }
}
