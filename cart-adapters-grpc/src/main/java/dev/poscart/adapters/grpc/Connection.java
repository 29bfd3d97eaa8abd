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
final class Connection {

  private final String target;
  private final ManagedChannel channel;
  private final ItemServiceStub stub;
  private final long deadlineNanos;
  private final ChannelWatch watch;
  private final ConnectionPacer pacer;
  private final SilenceDetector silence;

  Connection(
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
    ChannelRecovery recovery = config.tuning().recovery();
    ConnectionLeaver leaver =
        new ConnectionLeaver(channel, recovery.leaveAtMostEvery(), System::nanoTime);
    watch =
        new ChannelWatch(
            channel,
            target,
            (from, to) -> {
              wake();
              observer.stateChanged(ChannelState.of(from), ChannelState.of(to));
            });
    pacer = new ConnectionPacer(channel, attempts, watch, leaver, recovery, timer);
    silence =
        new SilenceDetector(
            config.deadline(),
            recovery.silentDeadlines(),
            System::nanoTime,
            () -> leaver.leave("no word within " + Duration.ofNanos(deadlineNanos)));
    watch.start();
  }

  private void wake() {
    pacer.wake();
  }

  ManagedChannel channel() {
    return channel;
  }

  /** Whether the item master has ever been connected. */
  boolean known() {
    return watch.known();
  }

  /** The stub for one look-up: its deadline runs from now. */
  ItemServiceStub stub() {
    return stub.withDeadlineAfter(deadlineNanos, TimeUnit.NANOSECONDS);
  }

  /**
   * Announces calls; each must be followed by {@link #ended}.
   *
   * @throws PortException if the connection has been lost for a while: asking is in vain
   */
  void begin(int calls) {
    if (watch.ready()) {
      pacer.waitingFor(calls);
      return;
    }
    pacer.wanted();
    if (pacer.hopeless()) {
      throw new PortException(
          ItemMasterChannel.PORT, UNAVAILABLE, "no connection to " + target + " for a while");
    }
    pacer.waitingFor(calls);
  }

  /** One announced call has ended, sent at {@code startedNanos}. */
  void ended(Status.Code code, long startedNanos) {
    pacer.answered();
    switch (code) {
      case DEADLINE_EXCEEDED -> {
        // Who began before the connection was there has mostly waited for it, not for a word.
        if (watch.ready() && startedNanos - watch.sinceNanos() >= 0) {
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
  void knock() {
    pacer.knock();
  }

  /** A look-up was turned away before it came here; the way should be kept open all the same. */
  void wanted() {
    if (!watch.ready()) {
      pacer.wanted();
    }
  }
}
