package dev.poscart.adapters.grpc.balancer;

import io.grpc.EquivalentAddressGroup;
import io.grpc.LoadBalancer.PickResult;
import io.grpc.LoadBalancer.Subchannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** Of so many calls on a silent connection one is sent again, to find out about all of them. */
  private static final int CALLS_PER_PROBE = 20;

  private final Endpoint endpoint;
  private final Subchannel subchannel;
  private final Listener listener;
  private final LongSupplier clock;
  private final OpenStreams streams;
  private final PickResult pick;
  private final StallTolerantTimer silence;
  private final StallTolerantTimer connecting;
  private final Set<CallAttempt> hedged = new HashSet<>();
  private final long openedNanos;

  private boolean isReady;
  private boolean isRetired;
  private boolean isLeft;
  private long silentSinceNanos;
  private int callsWhenSilent;
  private volatile boolean isSilent;

  MonitoredConnection(
      Endpoint endpoint, Subchannel subchannel, BalancerContext context, Listener listener) {
    this.endpoint = endpoint;
    this.subchannel = subchannel;
    this.listener = listener;
    this.clock = context::nanoTime;
    streams = new OpenStreams(this, context.answerTimes(), this, clock);
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
    return isReady && !isSilent;
  }

  boolean isSilent() {
    return isSilent;
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
    if (isSilent) {
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
   * <ol>
   *   <li>A word that comes before the mark shows in the time of the last word, which is read again
   *       after the mark.
   *   <li>A word that comes after the mark finds it, and is told to the balancer.
   * </ol>
   *
   * @return whether it is silent
   */
  boolean markSilent() {
    long heard = streams.heardNanos();
    silentSinceNanos = streams.waitingSinceNanos();
    callsWhenSilent = streams.count();
    isSilent = true;
    if (streams.heardNanos() != heard) {
      isSilent = false;
    }
    return isSilent;
  }

  /** It was not silent after all: takes back what was sent again because of it. */
  void markAlive() {
    isSilent = false;
    hedged.forEach(CallAttempt::withdrawHedges);
    hedged.clear();
  }

  /** It is not in doubt any more, but given up. */
  void markLeft() {
    isLeft = true;
    isSilent = false;
  }

  boolean isLeft() {
    return isLeft;
  }

  /** Sends the longest waiting call once more, or the first of each twenty. */
  void probe() {
    int probes = (streams.count() + CALLS_PER_PROBE - 1) / CALLS_PER_PROBE;
    streams.attempts().stream().limit(probes).forEach(this::hedge);
  }

  /** Sends all calls that wait here once more. */
  void moveCalls() {
    streams.attempts().forEach(this::hedge);
  }

  private void hedge(CallAttempt attempt) {
    if (hedged.add(attempt)) {
      attempt.hedge();
    }
  }

  /** What there is to tell when it is left. */
  SilentConnection report(boolean isAnsweredElsewhere) {
    return new SilentConnection(
        Instant.now(),
        String.valueOf(subchannel.getAddresses().getAddresses().get(0)),
        Duration.ofNanos(clock.getAsLong() - silentSinceNanos),
        Math.max(callsWhenSilent, streams.count()),
        isAnsweredElsewhere);
  }
}
