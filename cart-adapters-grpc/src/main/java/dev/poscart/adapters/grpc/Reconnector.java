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
 * Makes connection attempts at a steady pace while calls wait for a connection, and only then.
 * gRPC's own backoff grows to two minutes, too long for a queue at a till; one attempt per failed
 * call would be a storm.
 */
final class Reconnector {

  /** A look-up that was just rejected is likely to be repeated. */
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
   * @param attempt makes another connection attempt; not used while the channel is idle
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

  /** Registers calls that now wait for a response. */
  void callsStarted(int calls) {
    pendingCalls.addAndGet(calls);
    startIfNeeded();
  }

  /** One of these calls has ended. */
  void callEnded() {
    pendingCalls.decrementAndGet();
  }

  /** A look-up was rejected and will probably be repeated. */
  void demand() {
    demandNanos = System.nanoTime();
    startIfNeeded();
  }

  /**
   * Whether a look-up should fail at once: the connection is lost, and attempts have been failing
   * for a while. The first look-up after a quiet time waits, because there were no recent attempts.
   */
  boolean shouldFailFast() {
    return monitor.lost()
        && running.get()
        && System.nanoTime() - runningSinceNanos > policy.waitFor().toNanos();
  }

  /**
   * Starts making attempts if they are needed.
   *
   * <ol>
   *   <li>The thread that sets {@code running} triggers the first attempt at once, because there
   *       were no recent ones; each step schedules the next.
   *   <li>A step that finds no need clears {@code running}.
   *   <li>A call may arrive between that check and the clearing, and rely on {@code running}; so
   *       the step checks once more.
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
   * Makes the channel idle after a while without demand, because its state is then out of date; the
   * next look-up starts afresh. Otherwise, an instance that gets no requests because its item
   * master is unavailable would never notice that it is back.
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
        // Already connected, or closed for good.
      }
    }
  }

  private void after(long nanos, Runnable work) {
    try {
      var unused = timer.schedule(work, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The adapter has been closed.
      running.set(false);
    }
  }
}
