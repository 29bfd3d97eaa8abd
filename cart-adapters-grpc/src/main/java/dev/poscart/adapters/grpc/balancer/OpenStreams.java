package dev.poscart.adapters.grpc.balancer;

import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The open streams of a connection, and the time of the server's last response on it. Streams
 * begin, are answered and end on any thread.
 */
final class OpenStreams extends ClientStreamTracer.Factory {

  /** Receives events, on any thread. */
  interface Listener {

    /** A stream was opened. */
    void streamStarted();

    /** The server has responded. */
    void heard();
  }

  private final MonitoredConnection connection;
  private final AnswerTimes answerTimes;
  private final Listener listener;
  private final LongSupplier clock;
  private final Set<StreamMonitor> open = ConcurrentHashMap.newKeySet();
  private volatile long heardNanos;
  private volatile boolean hasMissedDeadline;

  OpenStreams(
      MonitoredConnection connection,
      AnswerTimes answerTimes,
      Listener listener,
      LongSupplier clock) {
    this.connection = connection;
    this.answerTimes = answerTimes;
    this.listener = listener;
    this.clock = clock;
  }

  @Override
  public ClientStreamTracer newClientStreamTracer(
      ClientStreamTracer.StreamInfo info, Metadata headers) {
    Optional<CallAttempt> attempt = info.getCallOptions().getOption(CallAttempt.KEY);
    StreamMonitor stream = new StreamMonitor(this, attempt, clock.getAsLong());
    attempt.ifPresent(sent -> sent.putOn(connection));
    open.add(stream);
    listener.streamStarted();
    return stream;
  }

  /** Counts the establishment of the connection as a response. */
  void connected() {
    heardNanos = clock.getAsLong();
  }

  /** The first response on a stream. */
  void answered(StreamMonitor stream) {
    long now = clock.getAsLong();
    heardNanos = now;
    answerTimes.answered(now - stream.startNanos());
    listener.heard();
  }

  /** A stream has ended, answered or not. */
  void ended(StreamMonitor stream) {
    open.remove(stream);
  }

  /** A stream has reached its deadline without a response. */
  void missedDeadline(StreamMonitor stream) {
    if (heardNanos - stream.startNanos() < 0) {
      hasMissedDeadline = true;
    }
    ended(stream);
  }

  /**
   * Returns and clears whether a stream reached its deadline while the connection was completely
   * silent.
   */
  boolean takeMissedDeadline() {
    boolean missed = hasMissedDeadline;
    hasMissedDeadline = false;
    return missed;
  }

  long heardNanos() {
    return heardNanos;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  int count() {
    return open.size();
  }

  /**
   * Since when a response has been awaited on this connection: since the last response or, if
   * later, since the oldest stream was opened; now, if there are no streams.
   */
  long waitingSinceNanos() {
    long now = clock.getAsLong();
    long longestNanos = 0;
    for (StreamMonitor stream : open) {
      longestNanos = Math.max(longestNanos, now - stream.startNanos());
    }
    return now - Math.min(longestNanos, now - heardNanos);
  }

  /** The calls that wait for a response, the longest waiting first. */
  List<CallAttempt> attempts() {
    long now = clock.getAsLong();
    return open.stream()
        .sorted(Comparator.comparingLong(stream -> stream.startNanos() - now))
        .flatMap(stream -> stream.attempt().stream())
        .toList();
  }
}
