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
 * One connection: a subchannel from its first attempt to connect until it is lost. Its streams
 * report from any thread; all else runs in the channel's synchronization context.
 */
final class MonitoredConnection implements OpenStreams.Listener {

  /** What a connection tells the balancer, from any thread. */
  interface Listener {

    /** A stream was opened. */
    void streamStarted();

    /** The server has said something although the connection was taken for silent. */
    void spoke(MonitoredConnection connection);

    /** A call that waits on this connection was answered on another one. */
    void outrun(MonitoredConnection connection);
  }

  /** No transport can connect to an address of this kind; see {@link #retire}. */
  private static final SocketAddress NOWHERE = new SocketAddress() {};

  /** How often {@link #connectingNanos} is asked while calls wait for a connection. */
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

  /** Whether new calls may be put on it. */
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

  /** How long connecting has taken so far, without the time in which this process stood still. */
  long connectingNanos() {
    return connecting.step(openedNanos);
  }

  /**
   * No new calls go out on this connection; those in flight may end.
   *
   * <p>gRPC shuts a subchannel down five seconds later, so as not to break a call that is just
   * being put on it, and until then lets it reconnect by itself. With an address that no transport
   * can connect to, nothing of that reaches the network.
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

  /** How long calls have waited here without a word; to be asked in every tick. */
  long silentNanos() {
    return silence.step(streams.waitingSinceNanos());
  }

  /**
   * Takes it for silent, unless the server says something in this moment.
   *
   * @return whether it is silent
   */
  boolean markSilent() {
    return silenceMark.set();
  }

  /** It was not silent after all: takes back what was sent again because of it. */
  void markAlive() {
    silenceMark.clear();
    hedges.withdraw();
  }

  /** It is not in doubt any more, but given up. */
  void markLeft() {
    isLeft = true;
    silenceMark.clear();
  }

  boolean isLeft() {
    return isLeft;
  }

  /** The calls that wait here, as far as they are sent again on other connections. */
  ConnectionHedges hedges() {
    return hedges;
  }

  /** What there is to tell when it is left. */
  SilentConnection report(boolean isAnsweredElsewhere) {
    return new SilentConnection(
        Instant.now(),
        String.valueOf(subchannel.getAddresses().getAddresses().get(0)),
        Duration.ofNanos(clock.getAsLong() - silenceMark.waitingSinceNanos()),
        Math.max(silenceMark.calls(), streams.count()),
        isAnsweredElsewhere);
  }
}
