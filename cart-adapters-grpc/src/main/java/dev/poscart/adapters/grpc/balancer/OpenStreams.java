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
 * The streams that are open on one connection, and when the server last said anything on it. They
 * begin, are answered and end on any thread.
 */
final class OpenStreams extends ClientStreamTracer.Factory {

  /** Told of what happens, on any thread. */
  interface Listener {

    /** A stream was opened. */
    void streamStarted();

    /** The server has said something. */
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

  /** The connection is there: that is a word of the server, too. */
  void connected() {
    heardNanos = clock.getAsLong();
  }

  /** The server has said something on a stream for the first time. */
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

  /** A stream has reached its deadline without an answer. */
  void missedDeadline(StreamMonitor stream) {
    if (heardNanos - stream.startNanos() < 0) {
      hasMissedDeadline = true;
    }
    ended(stream);
  }

  /**
   * Whether, since this was last asked, a stream has reached its deadline while nothing at all came
   * over the connection.
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
   * Since when calls have been waiting for a word on this connection: since the last word, or since
   * the oldest stream was opened if that was later; now, if there is no stream.
   */
  long waitingSinceNanos() {
    long now = clock.getAsLong();
    long longestNanos = 0;
    for (StreamMonitor stream : open) {
      longestNanos = Math.max(longestNanos, now - stream.startNanos());
    }
    return now - Math.min(longestNanos, now - heardNanos);
  }

  /** The calls that wait for an answer, the longest waiting first. */
  List<CallAttempt> attempts() {
    long now = clock.getAsLong();
    return open.stream()
        .sorted(Comparator.comparingLong(stream -> stream.startNanos() - now))
        .flatMap(stream -> stream.attempt().stream())
        .toList();
  }
}
