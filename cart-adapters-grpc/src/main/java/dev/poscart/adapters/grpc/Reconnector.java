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
 * Tries to connect at a steady pace while somebody waits for the item master, and not otherwise.
 * gRPC's own pauses grow to two minutes, which is too long for a queue at a till; trying on every
 * failed call would be a storm.
 */
final class Reconnector {

  /** Who was refused a moment ago is likely to ask again. */
  private static final long DEMAND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long a channel without demand stays in TRANSIENT_FAILURE. */
  private static final long IDLE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(10);

  /**
   * How many times longer a channel in TRANSIENT_FAILURE is given than one that has never failed.
   */
  private static final long FAILURE_PATIENCE = 12;

  /**
   * And how many times longer the first connection of all: it loads classes, on a machine that is
   * busy starting.
   */
  private static final long FIRST_PATIENCE = 4;

  private final ManagedChannel channel;
  private final ConnectionAttempts attempts;
  private final ConnectivityMonitor monitor;
  private final ConnectionLeaver leaver;
  private final ReconnectPolicy policy;
  private final ScheduledExecutorService timer;
  private final StallTolerantTimer inState;

  private final AtomicInteger pendingCalls = new AtomicInteger();
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean idling = new AtomicBoolean();
  private volatile long demandNanos = System.nanoTime();
  private volatile long runningSinceNanos;

  Reconnector(
      ManagedChannel channel,
      ConnectionAttempts attempts,
      ConnectivityMonitor monitor,
      ConnectionLeaver leaver,
      ReconnectPolicy policy,
      ScheduledExecutorService timer) {
    this.channel = channel;
    this.attempts = attempts;
    this.monitor = monitor;
    this.leaver = leaver;
    this.policy = policy;
    this.timer = timer;
    this.inState = new StallTolerantTimer(policy.attemptEvery(), System::nanoTime);
  }

  /** Calls have begun to wait for an answer. */
  void callsStarted(int calls) {
    pendingCalls.addAndGet(calls);
    startIfNeeded();
  }

  /** One of them waits no more. */
  void callEnded() {
    pendingCalls.decrementAndGet();
  }

  /** A look-up was refused that will be asked again. */
  void demand() {
    demandNanos = System.nanoTime();
    startIfNeeded();
  }

  /**
   * Whether waiting is in vain: the connection is lost, and attempts have been going on for a
   * while. After a quiet time the first who asks waits, because nobody has tried lately.
   */
  boolean shouldFailFast() {
    return monitor.lost()
        && running.get()
        && System.nanoTime() - runningSinceNanos > policy.waitFor().toNanos();
  }

  /**
   * Begins to pace if it is needed.
   *
   * <ol>
   *   <li>Whoever turns {@code running} on has the first step made at once, because nobody has
   *       tried lately; each step schedules the next.
   *   <li>A step that finds nothing to do turns {@code running} off.
   *   <li>Somebody may have come between its look and its turning off, and gone away satisfied that
   *       running was on; so it looks once more.
   * </ol>
   */
  void startIfNeeded() {
    if (isNeeded() && running.compareAndSet(false, true)) {
      runningSinceNanos = System.nanoTime();
      after(0, this::step);
    } else if (monitor.state() == ConnectivityState.TRANSIENT_FAILURE && !running.get()) {
      idleWhenUnneeded();
    }
  }

  private boolean isNeeded() {
    return switch (monitor.state()) {
      case READY, SHUTDOWN -> false;
      case IDLE, CONNECTING, TRANSIENT_FAILURE ->
          pendingCalls.get() > 0 || System.nanoTime() - demandNanos < DEMAND_NANOS;
    };
  }

  private void schedule() {
    long pause = policy.attemptEvery().toNanos();
    long fifth = pause / 5;
    after(pause + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1), this::step);
  }

  private void step() {
    if (isNeeded()) {
      attempt();
      schedule();
    } else {
      running.set(false);
      startIfNeeded();
    }
  }

  /**
   * If nobody asks for a while, it is not known any more how the master is: then the channel is
   * idle, and the next who asks starts afresh. Else a service that is sent no customers because its
   * master fails would never learn that it is back.
   */
  private void idleWhenUnneeded() {
    if (idling.compareAndSet(false, true)) {
      after(
          IDLE_AFTER_NANOS,
          () -> {
            idling.set(false);
            if (!isNeeded() && monitor.state() == ConnectivityState.TRANSIENT_FAILURE) {
              channel.enterIdle();
            }
          });
    }
  }

  /** One attempt, if there is no connection, for somebody who is in no hurry. */
  void connectOnce() {
    switch (monitor.state()) {
      case IDLE -> channel.getState(true);
      case TRANSIENT_FAILURE -> attempts.make();
      case CONNECTING, READY, SHUTDOWN -> {
        // Nothing to add.
      }
    }
  }

  private void after(long nanos, Runnable work) {
    try {
      var unused = timer.schedule(work, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The adapter has ended; so has the need.
      running.set(false);
    }
  }

  private void attempt() {
    long lastedNanos = inState.step(monitor.sinceNanos());
    switch (monitor.state()) {
      case IDLE -> channel.getState(true);
      case TRANSIENT_FAILURE -> {
        attempts.make();
        leaveIfStuck(lastedNanos, FAILURE_PATIENCE);
      }
      case CONNECTING -> leaveIfStuck(lastedNanos, monitor.hasConnected() ? 1 : FIRST_PATIENCE);
      case READY, SHUTDOWN -> {
        // Nothing to do any more.
      }
    }
  }

  /**
   * A server that accepts and then says nothing keeps an attempt waiting without end: there is no
   * time-out for its first word. After an earlier failure that does not even show as CONNECTING;
   * but most channels that fail are refused, and leaving does them no good.
   */
  private void leaveIfStuck(long lastedNanos, long patience) {
    long limitNanos = policy.stuckAfter().toNanos() * patience;
    if (lastedNanos > limitNanos) {
      leaver.leave("no connection for " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms");
    }
  }
}
