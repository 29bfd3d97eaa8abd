package dev.poscart.adapters.grpc;

import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a channel within a limited time: shuts it down, then cancels the calls that are left, then
 * gives up. Exceptions of the channel are logged and not propagated.
 */
final class ChannelDrain {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelDrain.class);
  private static final Duration FORCE_TIMEOUT = Duration.ofSeconds(1);
  private static final long LOOK_EVERY_MILLIS = 10;

  private final ManagedChannel channel;
  private final Duration drainTimeout;
  private final ScheduledExecutorService timer;
  private final String target;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private String reason = "";
  private long deadlineNanos;
  private boolean forced;

  ChannelDrain(
      ManagedChannel channel,
      Duration drainTimeout,
      ScheduledExecutorService timer,
      String target) {
    this.channel = channel;
    this.drainTimeout = drainTimeout;
    this.timer = timer;
    this.target = target;
  }

  /** Starts closing. The result completes when closing is over and never fails. */
  CompletableFuture<Void> start(String why) {
    reason = why;
    deadlineNanos = System.nanoTime() + drainTimeout.toNanos();
    guarded(
        () -> {
          channel.shutdown();
          look();
        });
    return done;
  }

  private void look() {
    if (channel.isTerminated()) {
      finish(forced ? "calls in flight cancelled" : "drained");
      return;
    }
    if (System.nanoTime() - deadlineNanos >= 0) {
      if (forced) {
        finish("gave up with calls in flight");
        return;
      }
      forced = true;
      deadlineNanos = System.nanoTime() + FORCE_TIMEOUT.toNanos();
      channel.shutdownNow();
    }
    var unused =
        timer.schedule(() -> guarded(this::look), LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.warn("cannot close item master channel: target {}", target, e);
      breakOff();
      finish("failed");
    }
  }

  /** A last attempt to release the sockets of a channel that failed to close. */
  private void breakOff() {
    try {
      channel.shutdownNow();
    } catch (RuntimeException e) {
      LOG.debug("cannot cancel calls of item master channel: target {}", target, e);
    }
  }

  private void finish(String how) {
    LOG.info("item master channel closed: target {}, reason: {}, {}", target, reason, how);
    done.complete(null);
  }
}
