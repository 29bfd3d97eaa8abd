package dev.poscart.adapters.grpc.balancer;

import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Optional;

/** Tracks one stream: when it began, and whether the server has responded. */
final class StreamMonitor extends ClientStreamTracer {

  private final OpenStreams streams;
  private final Optional<CallAttempt> attempt;
  private final long startNanos;
  private volatile boolean isAnswered;

  StreamMonitor(OpenStreams streams, Optional<CallAttempt> attempt, long startNanos) {
    this.streams = streams;
    this.attempt = attempt;
    this.startNanos = startNanos;
  }

  long startNanos() {
    return startNanos;
  }

  /** The attempt of a look-up; empty for calls that need no quick response. */
  Optional<CallAttempt> attempt() {
    return attempt;
  }

  @Override
  public void inboundHeaders() {
    answered();
  }

  @Override
  public void inboundTrailers(Metadata trailers) {
    answered();
  }

  private void answered() {
    if (!isAnswered) {
      isAnswered = true;
      attempt.ifPresent(CallAttempt::markAnswered);
      streams.answered(this);
    }
  }

  @Override
  public void streamClosed(Status status) {
    if (!isAnswered && status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
      streams.missedDeadline(this);
    } else {
      streams.ended(this);
    }
  }
}
