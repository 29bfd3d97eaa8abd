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
final class ConnectionPacer {

  /** Who was refused a moment ago is likely to ask again. */
  private static final long INTEREST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** How many times longer a failing channel is given than one that has never failed. */
  private static final long FAILING_PATIENCE = 12;

  private final ManagedChannel channel;
  private final ChannelWatch watch;
  private final ConnectionLeaver leaver;
  private final ChannelRecovery recovery;
  private final ScheduledExecutorService timer;

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean pacing = new AtomicBoolean();
  private final AtomicBoolean resting = new AtomicBoolean();
  private volatile long askedNanos = System.nanoTime();
  private volatile long pacingSinceNanos;

  ConnectionPacer(
      ManagedChannel channel,
      ChannelWatch watch,
      ConnectionLeaver leaver,
      ChannelRecovery recovery,
      ScheduledExecutorService timer) {
    this.channel = channel;
    this.watch = watch;
    this.leaver = leaver;
    this.recovery = recovery;
    this.timer = timer;
  }

  /** Calls have begun to wait for an answer. */
  void waitingFor(int calls) {
    waiting.addAndGet(calls);
    wake();
  }

  /** One of them waits no more. */
  void answered() {
    waiting.decrementAndGet();
  }

  /** Somebody would have asked, had there been hope. */
  void wanted() {
    askedNanos = System.nanoTime();
    wake();
  }

  /**
   * Whether waiting is in vain: the connection is lost, and attempts have been going on for a
   * while. After a quiet time the first who asks waits, because nobody has tried lately.
   */
  boolean hopeless() {
    return watch.lost()
        && pacing.get()
        && System.nanoTime() - pacingSinceNanos > recovery.waitFor().toNanos();
  }

  /**
   * Begins to pace if it is needed.
   *
   * <ol>
   *   <li>Whoever turns {@code pacing} on schedules the first step; each step schedules the next.
   *   <li>A step that finds nothing to do turns {@code pacing} off.
   *   <li>Somebody may have come between its look and its turning off, and gone away satisfied that
   *       pacing was on; so it looks once more.
   * </ol>
   */
  void wake() {
    if (needed()) {
      if (pacing.compareAndSet(false, true)) {
        pacingSinceNanos = System.nanoTime();
        schedule();
      }
    } else if (watch.state() == ConnectivityState.TRANSIENT_FAILURE && !pacing.get()) {
      // Lost while nobody looked: gRPC would go on trying, for nobody.
      restAfter(recovery.attemptEvery().toNanos());
    }
  }

  private boolean needed() {
    return switch (watch.state()) {
      case READY, SHUTDOWN -> false;
      case IDLE, CONNECTING, TRANSIENT_FAILURE ->
          waiting.get() > 0 || System.nanoTime() - askedNanos < INTEREST_NANOS;
    };
  }

  private void schedule() {
    // What was left a moment ago makes attempts of its own: together no more than before.
    long pause = recovery.attemptEvery().toNanos() * (1 + leaver.lingering());
    long fifth = pause / 5;
    long jittered = pause + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1);
    after(jittered, this::step);
  }

  private void step() {
    if (needed()) {
      attempt();
      schedule();
    } else {
      pacing.set(false);
      // Armed first, and long: wake would rest at once.
      restAfter(REST_NANOS);
      wake();
    }
  }

  /**
   * Nobody asks any more. If that stays so, gRPC shall not go on trying either, and the next who
   * asks starts afresh. Not at once after pacing: by then gRPC's own pauses are long, and leaving
   * and coming back time and again would slow the pace, because what is left lingers.
   */
  private void restAfter(long nanos) {
    if (resting.compareAndSet(false, true)) {
      after(
          nanos,
          () -> {
            resting.set(false);
            if (!needed() && watch.state() == ConnectivityState.TRANSIENT_FAILURE) {
              leaver.rest();
            }
          });
    }
  }

  private void after(long nanos, Runnable work) {
    try {
      var unused = timer.schedule(work, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The adapter has ended; so has the need.
      pacing.set(false);
    }
  }

  private void attempt() {
    switch (watch.state()) {
      case IDLE -> channel.getState(true);
      case TRANSIENT_FAILURE -> {
        channel.resetConnectBackoff();
        leaveIfStuck(recovery.stuckAfter().toNanos() * FAILING_PATIENCE);
      }
      case CONNECTING -> leaveIfStuck(recovery.stuckAfter().toNanos());
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
  private void leaveIfStuck(long limitNanos) {
    if (watch.inStateNanos() > limitNanos) {
      leaver.leave("no connection for " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms");
    }
  }
}
