package dev.poscart.app.tracing;

import dev.poscart.app.config.TracingConfig;
import dev.poscart.domain.port.EventPublisher;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.web.RequestTracer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What the composition puts around its parts to trace requests. This type shows nothing of
 * OpenTelemetry, so that none of it is loaded while tracing is off.
 */
public interface Tracing {

  /** Puts nothing around anything. */
  Tracing OFF = new Tracing() {};

  /** Traces to the configured collector, or {@link #OFF}. */
  static Tracing of(TracingConfig config) {
    return config.endpoint().<Tracing>map(to -> OtelTracing.start(config, to)).orElse(OFF);
  }

  /** Traces requests of clients. */
  default RequestTracer requests() {
    return RequestTracer.NONE;
  }

  /**
   * Traces the calls of a port that belong to a traced request, and those of the ports that it
   * hands out.
   *
   * @param name what spans of its calls are named after
   */
  default <T> T port(Class<T> type, T port, String name) {
    return port;
  }

  /** Traces all ports to reference data. */
  default ReferenceData reference(ReferenceData data) {
    return data;
  }

  /** Traces publications, in the trace of the request that caused the event if it is known. */
  default EventPublisher publisher(EventPublisher publisher) {
    return publisher;
  }

  /** Headers that carry the trace of the calling thread to another service (W3C). */
  default Map<String, String> headers() {
    return Map.of();
  }

  /** Sends what is left; bounded in time. */
  default CompletionStage<Void> close() {
    return CompletableFuture.completedFuture(null);
  }
}
