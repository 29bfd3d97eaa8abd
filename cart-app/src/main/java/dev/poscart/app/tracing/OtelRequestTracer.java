package dev.poscart.app.tracing;

import dev.poscart.web.RequestTracer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Traces requests: a span for each, in the trace of the client if it tells one, and one within for
 * the use case.
 */
record OtelRequestTracer(Tracer tracer) implements RequestTracer {

  /** Health checks, metrics and pages are not traced. */
  private static final String API = "/api/";

  private static final int SERVER_ERROR = 500;
  private static final TextMapGetter<Function<String, Optional<String>>> HEADERS =
      (headers, name) -> headers == null ? null : headers.apply(name).orElse(null);

  @Override
  public Trace begin(String method, String route, Function<String, Optional<String>> headers) {
    if (!route.startsWith(API)) {
      return Trace.NONE;
    }
    Context client =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, HEADERS);
    Span span =
        tracer
            .spanBuilder(method + " " + route)
            .setSpanKind(SpanKind.SERVER)
            .setParent(client)
            .setAttribute("http.request.method", method)
            .setAttribute("http.route", route)
            .startSpan();
    return new RequestTrace(tracer, span, client.with(span));
  }

  /** The trace of one request. */
  private record RequestTrace(Tracer tracer, Span span, Context context) implements Trace {

    @Override
    public Optional<String> traceId() {
      return Optional.of(span.getSpanContext().getTraceId());
    }

    @Override
    public <T> CompletionStage<T> run(String useCase, Supplier<CompletionStage<T>> action) {
      Span step = tracer.spanBuilder(useCase).setParent(context).startSpan();
      try {
        return context
            .with(step)
            .wrapSupplier(action)
            .get()
            .whenComplete((done, failure) -> step.end());
      } catch (RuntimeException e) {
        step.end();
        throw e;
      }
    }

    @Override
    public void end(int status) {
      span.setAttribute("http.response.status_code", status);
      if (status >= SERVER_ERROR) {
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    }
  }
}
