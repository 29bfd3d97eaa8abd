package dev.poscart.adapters.grpc;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the channel connect at a steady pace while calls wait for a connection, and not otherwise.
 * gRPC's own pauses grow to two minutes, which is too long for a queue at a till; an attempt for
 * each failed call would be a storm.
 */
final class Reconnector {

  /** A look-up that was refused a moment ago is likely to be repeated. */
  private static final long DEMAND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long a channel without a connection waits for demand before it becomes idle. */
  private static final long IDLE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final ManagedChannel channel;
  private final Runnable attempt;
  private final ConnectivityMonitor monitor;
  private final ReconnectPolicy policy;
  private final ScheduledExecutorService timer;

  private final AtomicInteger pendingCalls = new AtomicInteger();
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean idling = new AtomicBoolean();
  private volatile long demandNanos = System.nanoTime();
  private volatile long runningSinceNanos;

  /**
   * @param attempt tries once more to connect, where the channel is neither idle nor connected
   */
  Reconnector(
      ManagedChannel channel,
      Runnable attempt,
      ConnectivityMonitor monitor,
      ReconnectPolicy policy,
      ScheduledExecutorService timer) {
    this.channel = channel;
    this.attempt = attempt;
    this.monitor = monitor;
    this.policy = policy;
    this.timer = timer;
  }

  /** Calls wait for an answer from now on. */
  void callsStarted(int calls) {
    pendingCalls.addAndGet(calls);
    startIfNeeded();
  }

  /** One of them waits no more. */
  void callEnded() {
    pendingCalls.decrementAndGet();
  }

  /** A look-up was refused and will probably be repeated. */
  void demand() {
    demandNanos = System.nanoTime();
    startIfNeeded();
  }

  /**
   * Whether a look-up should fail at once: the connection is lost, and attempts have been going on
   * for a while. After a quiet time the first look-up waits, because nothing has been tried lately.
   */
  boolean shouldFailFast() {
    return monitor.lost()
        && running.get()
        && System.nanoTime() - runningSinceNanos > policy.waitFor().toNanos();
  }

  /**
   * Starts making attempts if there is need.
   *
   * <ol>
   *   <li>The call that turns {@code running} on has the first attempt made at once, because
   *       nothing has been tried lately; each step schedules the next.
   *   <li>A step that finds no need turns {@code running} off.
   *   <li>A call may have come between its look and the turning off, and have relied on {@code
   *       running}; so it looks once more.
   * </ol>
   */
  void startIfNeeded() {
    if (isNeeded() && running.compareAndSet(false, true)) {
      runningSinceNanos = System.nanoTime();
      after(0, this::step);
    } else if (isUnconnected() && !running.get()) {
      becomeIdleLater();
    }
  }

  private boolean isNeeded() {
    return switch (monitor.state()) {
      case READY, SHUTDOWN -> false;
      case IDLE, CONNECTING, TRANSIENT_FAILURE ->
          pendingCalls.get() > 0 || System.nanoTime() - demandNanos < DEMAND_NANOS;
    };
  }

  private boolean isUnconnected() {
    return monitor.state() == ConnectivityState.TRANSIENT_FAILURE
        || monitor.state() == ConnectivityState.CONNECTING;
  }

  private void step() {
    if (isNeeded()) {
      connectOnce();
      long pause = policy.attemptEvery().toNanos();
      long fifth = pause / 5;
      after(pause + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1), this::step);
    } else {
      running.set(false);
      startIfNeeded();
    }
  }

  /**
   * Without demand for a while, the state of the item master is not known any more: then the
   * channel is idle, and the next look-up starts afresh. Else a service that a load balancer sends
   * no requests because its item master is lost would never learn that it is back.
   */
  private void becomeIdleLater() {
    if (idling.compareAndSet(false, true)) {
      after(
          IDLE_AFTER_NANOS,
          () -> {
            idling.set(false);
            if (!isNeeded() && isUnconnected()) {
              channel.enterIdle();
            }
          });
    }
  }

  /** Makes one attempt to connect, if there is no connection. */
  void connectOnce() {
    switch (monitor.state()) {
      case IDLE -> channel.getState(true);
      case CONNECTING, TRANSIENT_FAILURE -> attempt.run();
      case READY, SHUTDOWN -> {
        // There is one, or there will be none.
      }
    }
  }

  private void after(long nanos, Runnable work) {
    try {
      var unused = timer.schedule(work, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The adapter has ended, and the need with it.
      running.set(false);
    }
  }
}
