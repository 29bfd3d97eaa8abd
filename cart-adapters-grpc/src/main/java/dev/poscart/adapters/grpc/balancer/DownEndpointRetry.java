package dev.poscart.adapters.grpc.balancer;

import io.grpc.LoadBalancer.Helper;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Retries addresses that are down at a slow, steady pace while others work. Runs in the channel's
 * synchronization context.
 */
final class DownEndpointRetry {

  private static final long PAUSE_MILLIS = 5_000;

  private final Helper helper;
  private final Runnable retry;
  private boolean isScheduled;

  /**
   * @param retry makes one attempt at these addresses, if still needed
   */
  DownEndpointRetry(Helper helper, Runnable retry) {
    this.helper = helper;
    this.retry = retry;
  }

  /** Schedules an attempt after the pause, randomized by 20 percent, unless one is scheduled. */
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
