package dev.poscart.adapters.grpc.balancer;

import io.grpc.LoadBalancer;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Checks periodically, while calls are in flight, for connections that have fallen silent. Runs in
 * the channel's synchronization context.
 */
final class SilenceMonitor {

  /** Receives the findings. */
  interface Listener {

    /** Calls on this connection have waited longer than the item master usually takes. */
    void isSilent(MonitoredConnection connection);

    /** A call has reached its deadline without any response on this connection. */
    void missedDeadline(MonitoredConnection connection);

    /** The last call on a silent connection has ended without a response. */
    void isDrained(MonitoredConnection connection);

    /** All connections have been checked, and calls are in flight. */
    void looked();
  }

  /** The pause between two checks. */
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

  /** Watches this connection until it is retired and its calls have ended. */
  void watch(MonitoredConnection connection) {
    forgetRetired();
    connections.add(connection);
  }

  /**
   * Starts checking because a call was assigned to a connection. May be called on any thread.
   *
   * <ol>
   *   <li>The thread that sets {@code isTicking} schedules the first check; each check schedules
   *       the next.
   *   <li>A check that finds no calls in flight clears it.
   *   <li>A call may begin between that check and the clearing; so it checks once more.
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
