package dev.poscart.adapters.grpc.balancer;

import io.grpc.LoadBalancer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks, as long as calls are in flight, for connections that have fallen silent. Runs in the
 * channel's synchronization context.
 */
final class SilenceMonitor {

  /** What it finds. */
  interface Listener {

    /** Calls wait on this connection for longer than the item master usually takes. */
    void isSilent(MonitoredConnection connection);

    /** A call has waited for its whole deadline without any word on this connection. */
    void missedDeadline(MonitoredConnection connection);

    /** The last call on a silent connection has ended without a word. */
    void isDrained(MonitoredConnection connection);

    /** All connections have been looked at, and calls are in flight. */
    void looked();
  }

  /** The pause between two looks. */
  static final Duration TICK = Duration.ofMillis(50);

  private final LoadBalancer.Helper helper;
  private final AnswerTimes answerTimes;
  private final Listener listener;
  private final Set<MonitoredConnection> connections = new LinkedHashSet<>();
  private final AtomicBoolean isTicking = new AtomicBoolean();

  SilenceMonitor(LoadBalancer.Helper helper, AnswerTimes answerTimes, Listener listener) {
    this.helper = helper;
    this.answerTimes = answerTimes;
    this.listener = listener;
  }

  /** From now on this connection is looked after, until it is retired and its calls have ended. */
  void watch(MonitoredConnection connection) {
    forgetRetired();
    connections.add(connection);
  }

  /**
   * A call was put on one of the connections. May be called on any thread.
   *
   * <ol>
   *   <li>The call that turns {@code isTicking} on schedules the first look; each look schedules
   *       the next.
   *   <li>A look that finds no call in flight turns it off.
   *   <li>A call may have begun between the look and the turning off; so it looks once more.
   * </ol>
   */
  void callStarted() {
    if (!isTicking.get() && isTicking.compareAndSet(false, true)) {
      schedule();
    }
  }

  private void schedule() {
    var unused =
        helper
            .getSynchronizationContext()
            .schedule(
                this::tick,
                TICK.toNanos(),
                TimeUnit.NANOSECONDS,
                helper.getScheduledExecutorService());
  }

  private void tick() {
    List.copyOf(connections).forEach(this::look);
    forgetRetired();
    if (isBusy()) {
      listener.looked();
      schedule();
    } else {
      isTicking.set(false);
      if (isBusy()) {
        callStarted();
      }
    }
  }

  private void forgetRetired() {
    connections.removeIf(connection -> connection.isRetired() && connection.streams().isEmpty());
  }

  private boolean isBusy() {
    return connections.stream().anyMatch(connection -> !connection.streams().isEmpty());
  }

  private void look(MonitoredConnection connection) {
    if (connection.isLeft()) {
      return;
    }
    long silentNanos = connection.silentNanos();
    boolean hasMissedDeadline = connection.streams().takeMissedDeadline();
    if (connection.isSilent()) {
      if (connection.streams().isEmpty()) {
        listener.isDrained(connection);
      }
    } else if (silentNanos > answerTimes.patienceNanos()) {
      listener.isSilent(connection);
    } else if (hasMissedDeadline) {
      listener.missedDeadline(connection);
    }
  }
}
