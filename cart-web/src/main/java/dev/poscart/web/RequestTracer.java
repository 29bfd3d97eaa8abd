package dev.poscart.web;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Traces requests through the service. Called on web threads: must return at once and must not
 * throw.
 */
@FunctionalInterface
public interface RequestTracer {

  /** Traces nothing. */
  RequestTracer NONE = (method, route, headers) -> Trace.NONE;

  /**
   * A request arrived.
   *
   * @param route the path with its parameters in braces
   * @param headers the value of a header of the request
   */
  Trace begin(String method, String route, Function<String, Optional<String>> headers);

  /** The trace of one request. */
  interface Trace {

    /** Traces nothing. */
    Trace NONE =
        new Trace() {
          @Override
          public Optional<String> traceId() {
            return Optional.empty();
          }

          @Override
          public <T> CompletionStage<T> run(String useCase, Supplier<CompletionStage<T>> action) {
            return action.get();
          }

          @Override
          public void end(int status) {}
        };

    /** For log lines: 32 hexadecimal digits; empty if the request is not traced. */
    Optional<String> traceId();

    /** Runs the action of the request. What it calls belongs to the trace. */
    <T> CompletionStage<T> run(String useCase, Supplier<CompletionStage<T>> action);

    /** The response was written. */
    void end(int status);
  }
}
