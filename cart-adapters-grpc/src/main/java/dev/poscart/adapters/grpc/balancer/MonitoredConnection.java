package dev.poscart.adapters.grpc.balancer;

import io.grpc.EquivalentAddressGroup;
import io.grpc.LoadBalancer.PickResult;
import io.grpc.LoadBalancer.Subchannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * One connection: a subchannel from its first connection attempt until it is lost. Its streams
 * report on any thread; everything else runs in the channel's synchronization context.
 */
final class MonitoredConnection implements OpenStreams.Listener {

  /** Receives the events of a connection, on any thread. */
  interface Listener {

    /** A stream was opened. */
    void streamStarted();

    /** The server has responded although the connection was marked as silent. */
    void spoke(MonitoredConnection connection);

    /** A call waiting on this connection was answered on another one. */
    void outrun(MonitoredConnection connection);
  }

  /** An address of a type that no transport can connect to; see {@link #retire}. */
  private static final SocketAddress NOWHERE = new SocketAddress() {};

  /** How often {@link #connectingNanos} is called while calls wait for a connection. */
  private static final Duration ASKED_EVERY = Duration.ofMillis(100);

  private final Endpoint endpoint;
  private final Subchannel subchannel;
  private final Listener listener;
  private final LongSupplier clock;
  private final OpenStreams streams;
  private final PickResult pick;
  private final StallTolerantTimer silence;
  private final StallTolerantTimer connecting;
  private final SilenceMark silenceMark;
  private final ConnectionHedges hedges;
  private final long openedNanos;

  private boolean isReady;
  private boolean isRetired;
  private boolean isLeft;

  MonitoredConnection(
      Endpoint endpoint, Subchannel subchannel, BalancerContext context, Listener listener) {
    this.endpoint = endpoint;
    this.subchannel = subchannel;
    this.listener = listener;
    this.clock = context::nanoTime;
    streams = new OpenStreams(this, context.answerTimes(), this, clock);
    silenceMark = new SilenceMark(streams);
    hedges = new ConnectionHedges(streams);
    pick = PickResult.withSubchannel(subchannel, streams);
    silence = new StallTolerantTimer(SilenceMonitor.TICK, clock);
    connecting = new StallTolerantTimer(ASKED_EVERY, clock);
    openedNanos = clock.getAsLong();
  }

  Endpoint endpoint() {
    return endpoint;
  }

  PickResult pick() {
    return pick;
  }

  OpenStreams streams() {
    return streams;
  }

  boolean isReady() {
    return isReady;
  }

  /** Whether new calls may be assigned to it. */
  boolean isUsable() {
    return isReady && !silenceMark.isSet();
  }

  boolean isSilent() {
    return silenceMark.isSet();
  }

  boolean isRetired() {
    return isRetired;
  }

  void becameReady() {
    streams.connected();
    isReady = true;
  }

  /**
   * How long connecting has taken so far, not counting time during which this process was stalled.
   */
  long connectingNanos() {
    return connecting.step(openedNanos);
  }

  /**
   * Stops new calls on this connection; those in flight may finish.
   *
   * <p>gRPC shuts a subchannel down after five seconds, so as not to break a call that is just
   * being assigned to it, and until then lets it reconnect by itself. With an address that no
   * transport can connect to, none of that reaches the network.
   */
  void retire() {
    isRetired = true;
    isReady = false;
    subchannel.updateAddresses(List.of(new EquivalentAddressGroup(NOWHERE)));
    subchannel.shutdown();
  }

  @Override
  public void streamStarted() {
    listener.streamStarted();
  }

  @Override
  public void heard() {
    if (silenceMark.isSet()) {
      listener.spoke(this);
    }
  }

  void markOutrun() {
    listener.outrun(this);
  }

  /** How long calls have waited without a response; must be called in every tick. */
  long silentNanos() {
    return silence.step(streams.waitingSinceNanos());
  }

  /**
   * Marks the connection as silent, unless the server responds at this moment.
   *
   * @return whether it is marked
   */
  boolean markSilent() {
    return silenceMark.set();
  }

  /** Clears the mark and cancels the hedges, because the connection is alive after all. */
  void markAlive() {
    silenceMark.clear();
    hedges.withdraw();
  }

  /** Marks the connection as abandoned; it is no longer suspected but given up. */
  void markLeft() {
    isLeft = true;
    silenceMark.clear();
  }

  boolean isLeft() {
    return isLeft;
  }

  /** The calls on this connection that are sent again on others. */
  ConnectionHedges hedges() {
    return hedges;
  }

  /** The report about this connection when it is abandoned. */
  SilentConnection report(boolean isAnsweredElsewhere) {
    return new SilentConnection(
        Instant.now(),
        String.valueOf(subchannel.getAddresses().getAddresses().get(0)),
        Duration.ofNanos(clock.getAsLong() - silenceMark.waitingSinceNanos()),
        Math.max(silenceMark.calls(), streams.count()),
        isAnsweredElsewhere);
  }
}
