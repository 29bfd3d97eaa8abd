package dev.poscart.adapters.grpc;

import static dev.poscart.domain.port.PortException.Category.UNAVAILABLE;

import dev.poscart.domain.port.PortException;
import dev.poscart.proto.ItemServiceGrpc;
import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The live channel, the stub that all look-ups share, and what keeps it well. */
final class ManagedItemMasterChannel {

  private final String target;
  private final ManagedChannel channel;
  private final ItemServiceStub stub;
  private final long deadlineNanos;
  private final ConnectivityMonitor monitor;
  private final Reconnector reconnector;
  private final SilenceDetector silence;

  ManagedItemMasterChannel(
      ManagedChannel channel,
      ConnectionAttempts attempts,
      ItemMasterConfig config,
      ItemMasterObserver observer,
      ScheduledExecutorService timer) {
    this.target = config.target();
    this.channel = channel;
    this.deadlineNanos = config.deadline().toNanos();
    stub =
        ItemServiceGrpc.newStub(channel)
            .withWaitForReady()
            .withMaxOutboundMessageSize(config.tuning().maxMessageBytes());
    ReconnectPolicy reconnect = config.tuning().reconnect();
    ConnectionLeaver leaver =
        new ConnectionLeaver(channel, reconnect.leaveAtMostEvery(), System::nanoTime);
    monitor =
        new ConnectivityMonitor(
            channel,
            target,
            (from, to) -> {
              startReconnector();
              observer.stateChanged(ChannelState.of(from), ChannelState.of(to));
            });
    reconnector = new Reconnector(channel, attempts, monitor, leaver, reconnect, timer);
    silence =
        new SilenceDetector(
            config.deadline(),
            reconnect.silentDeadlines(),
            System::nanoTime,
            () -> leaver.leave("no word within " + Duration.ofNanos(deadlineNanos)));
    monitor.start();
  }

  private void startReconnector() {
    reconnector.startIfNeeded();
  }

  ManagedChannel channel() {
    return channel;
  }

  /** Whether the item master has ever been connected. */
  boolean hasConnected() {
    return monitor.hasConnected();
  }

  /** The stub for one look-up: its deadline runs from now. */
  ItemServiceStub stub() {
    return stub.withDeadlineAfter(deadlineNanos, TimeUnit.NANOSECONDS);
  }

  /**
   * Announces calls; each must be followed by {@link #callEnded}.
   *
   * @throws PortException if the connection has been lost for a while: asking is in vain
   */
  void callsStarted(int calls) {
    if (monitor.ready()) {
      reconnector.callsStarted(calls);
      return;
    }
    reconnector.demand();
    if (reconnector.shouldFailFast()) {
      throw new PortException(
          SharedChannel.PORT, UNAVAILABLE, "no connection to " + target + " for a while");
    }
    reconnector.callsStarted(calls);
  }

  /** One announced call has ended, sent at {@code startedNanos}. */
  void callEnded(Status.Code code, long startedNanos) {
    reconnector.callEnded();
    switch (code) {
      case DEADLINE_EXCEEDED -> {
        // Who began before the connection was there has mostly waited for it, not for a word.
        if (monitor.ready() && startedNanos - monitor.sinceNanos() >= 0) {
          silence.missed(startedNanos);
        }
      }
      case UNAVAILABLE, CANCELLED -> {
        // Not the server's word: the connection broke, or we closed it.
      }
      default -> silence.heard();
    }
  }

  /** One attempt, if there is no connection, for somebody who is in no hurry. */
  void connectOnce() {
    reconnector.connectOnce();
  }

  /** A look-up was turned away before it came here; the way should be kept open all the same. */
  void demand() {
    if (!monitor.ready()) {
      reconnector.demand();
    }
  }
}
