package dev.poscart.app.tracing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.poscart.app.config.TracingConfig;
import dev.poscart.app.config.Version;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.port.EventPublisher;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.Promotions;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.StoreTerminals;
import dev.poscart.domain.port.Taxes;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.web.RequestTracer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Traces with the OpenTelemetry SDK, which sends spans to a collector in the background and drops
 * them if it does not answer.
 */
final class OtelTracing implements Tracing {

  /**
   * Events are published soon after they are stored, or much later, then in a trace of their own.
   */
  private static final Duration EVENTS_REMEMBERED = Duration.ofMinutes(10);

  private static final int MAX_EVENTS_REMEMBERED = 10_000;

  private final OpenTelemetrySdk sdk;
  private final Tracer tracer;
  private final Cache<String, Context> events =
      Caffeine.newBuilder()
          .maximumSize(MAX_EVENTS_REMEMBERED)
          .expireAfterWrite(EVENTS_REMEMBERED)
          .build();

  private OtelTracing(OpenTelemetrySdk sdk) {
    this.sdk = sdk;
    this.tracer = sdk.getTracer("dev.poscart", Version.NUMBER);
  }

  /** Starts the SDK. It reads the other {@code OTEL_*} variables of the environment itself. */
  static OtelTracing start(TracingConfig config, URI endpoint) {
    Map<String, String> usual =
        Map.of(
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");
    Map<String, String> configured =
        Map.of(
            "otel.exporter.otlp.endpoint", endpoint.toString(),
            "otel.service.name", config.serviceName());
    return new OtelTracing(
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> usual)
            .addPropertiesCustomizer(properties -> configured)
            .disableShutdownHook()
            .build()
            .getOpenTelemetrySdk());
  }

  @Override
  public RequestTracer requests() {
    return new OtelRequestTracer(tracer);
  }

  @Override
  public <T> T port(Class<T> type, T port, String name) {
    return TracedPort.of(type, port, name, this);
  }

  @Override
  public ReferenceData reference(ReferenceData data) {
    return new ReferenceData(
        port(TerminalDirectory.class, data.terminals(), "terminals"),
        port(StoreDirectory.class, data.stores(), "stores"),
        port(StoreTerminals.class, data.storeTerminals(), "store terminals"),
        port(PaymentMethods.class, data.paymentMethods(), "payment methods"),
        port(Taxes.class, data.taxes(), "taxes"),
        port(Settings.class, data.settings(), "settings"),
        port(Promotions.class, data.promotions(), "promotions"));
  }

  @Override
  public EventPublisher publisher(EventPublisher publisher) {
    return event -> {
      Context cause = events.get(event.eventId(), unknown -> Context.root());
      return traced("publish event", SpanKind.PRODUCER, cause, () -> publisher.publish(event));
    };
  }

  /** The event of a stored entry belongs to the trace of the request that stored it. */
  void remember(LogEntry entry, Context context) {
    events.put(entry.eventId(), context);
  }

  /**
   * Calls in a span.
   *
   * @return completes as the call does, with dependent stages in the parent context, which they
   *     would else lose on the thread that completes the call
   */
  <T> CompletionStage<T> traced(
      String name, SpanKind kind, Context parent, Supplier<CompletionStage<T>> call) {
    Span span = tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
    CompletableFuture<T> result = new CompletableFuture<>();
    try {
      var unused =
          parent
              .with(span)
              .wrapSupplier(call)
              .get()
              .whenComplete(
                  (value, failure) -> {
                    end(span, failure);
                    parent.wrap(() -> complete(result, value, failure)).run();
                  });
    } catch (RuntimeException e) {
      end(span, e);
      throw e;
    }
    return result;
  }

  private static <T> void complete(
      CompletableFuture<T> result, T value, @Nullable Throwable failure) {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private static void end(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
    }
    span.end();
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance()
        .inject(Context.current(), headers, (same, name, value) -> headers.put(name, value));
    return headers;
  }

  @Override
  public CompletionStage<Void> close() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    sdk.shutdown().whenComplete(() -> closed.complete(null));
    return closed;
  }
}
