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

  /** How long a failing channel nobody asks for is shown as failing. */
  private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** How many times longer a failing channel is given than one that has never failed. */
  private static final long FAILING_PATIENCE = 12;

  /**
   * And how many times longer the first connection of all: it loads classes, on a machine that is
   * busy starting.
   */
  private static final long FIRST_PATIENCE = 4;

  private final ManagedChannel channel;
  private final ConnectionAttempts attempts;
  private final ChannelWatch watch;
  private final ConnectionLeaver leaver;
  private final ChannelRecovery recovery;
  private final ScheduledExecutorService timer;
  private final FairTime inState;

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean pacing = new AtomicBoolean();
  private final AtomicBoolean resting = new AtomicBoolean();
  private volatile long askedNanos = System.nanoTime();
  private volatile long pacingSinceNanos;

  ConnectionPacer(
      ManagedChannel channel,
      ConnectionAttempts attempts,
      ChannelWatch watch,
      ConnectionLeaver leaver,
      ChannelRecovery recovery,
      ScheduledExecutorService timer) {
    this.channel = channel;
    this.attempts = attempts;
    this.watch = watch;
    this.leaver = leaver;
    this.recovery = recovery;
    this.timer = timer;
    this.inState = new FairTime(recovery.attemptEvery(), System::nanoTime);
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
   *   <li>Whoever turns {@code pacing} on has the first step made at once, because nobody has tried
   *       lately; each step schedules the next.
   *   <li>A step that finds nothing to do turns {@code pacing} off.
   *   <li>Somebody may have come between its look and its turning off, and gone away satisfied that
   *       pacing was on; so it looks once more.
   * </ol>
   */
  void wake() {
    if (needed() && pacing.compareAndSet(false, true)) {
      pacingSinceNanos = System.nanoTime();
      after(0, this::step);
    } else if (watch.state() == ConnectivityState.TRANSIENT_FAILURE && !pacing.get()) {
      rest();
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
    long pause = recovery.attemptEvery().toNanos();
    long fifth = pause / 5;
    after(pause + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1), this::step);
  }

  private void step() {
    if (needed()) {
      attempt();
      schedule();
    } else {
      pacing.set(false);
      wake();
    }
  }

  /**
   * If nobody asks for a while, it is not known any more how the master is: then the channel is
   * idle, not failing, and the next who asks starts afresh. Else a service that is sent no
   * customers because its master fails would never learn that it is back.
   */
  private void rest() {
    if (resting.compareAndSet(false, true)) {
      after(
          REST_NANOS,
          () -> {
            resting.set(false);
            if (!needed() && watch.state() == ConnectivityState.TRANSIENT_FAILURE) {
              channel.enterIdle();
            }
          });
    }
  }

  /** One attempt, if there is no connection, for somebody who is in no hurry. */
  void knock() {
    switch (watch.state()) {
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
      pacing.set(false);
    }
  }

  private void attempt() {
    long lastedNanos = inState.step(watch.sinceNanos());
    switch (watch.state()) {
      case IDLE -> channel.getState(true);
      case TRANSIENT_FAILURE -> {
        attempts.make();
        leaveIfStuck(lastedNanos, FAILING_PATIENCE);
      }
      case CONNECTING -> leaveIfStuck(lastedNanos, watch.known() ? 1 : FIRST_PATIENCE);
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
    long limitNanos = recovery.stuckAfter().toNanos() * patience;
    if (lastedNanos > limitNanos) {
      leaver.leave("no connection for " + TimeUnit.NANOSECONDS.toMillis(limitNanos) + " ms");
    }
  }
}
