package dev.poscart.adapters.grpc.balancer;

import io.grpc.LoadBalancer.Helper;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The slow, steady pace at which addresses that are down are tried while others serve. Runs in the
 * channel's synchronization context.
 */
final class DownEndpointRetry {

  private static final long PAUSE_MILLIS = 5_000;

  private final Helper helper;
  private final Runnable retry;
  private boolean isScheduled;

  /**
   * @param retry tries them once, if that still makes sense
   */
  DownEndpointRetry(Helper helper, Runnable retry) {
    this.helper = helper;
    this.retry = retry;
  }

  /** Tries after the pause, give or take a fifth, unless that is already to happen. */
  void schedule() {
    if (isScheduled) {
      return;
    }
    isScheduled = true;
    long fifth = PAUSE_MILLIS / 5;
    var unused =
        helper
            .getSynchronizationContext()
            .schedule(
                this::run,
                PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1),
                TimeUnit.MILLISECONDS,
                helper.getScheduledExecutorService());
  }

  private void run() {
    isScheduled = false;
    retry.run();
  }
}
