package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The health checks and the welcome message. They have no envelope and need no authentication. */
final class HealthRoutes {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HealthReport NO_ANSWER =
      new HealthReport(
          Map.of("health_check", HealthReport.Check.unhealthy("the check itself failed")));

  private final String version;
  private final Clock clock;

  HealthRoutes(String version, Clock clock) {
    this.version = version;
    this.clock = clock;
  }

  /** Kugelpos's welcome text, including its typo. */
  Renderable welcome() {
    return () ->
        Answer.of(
            200,
            JsonText.bytes(
                out -> {
                  out.writeStartObject();
                  out.writeStringField(
                      "message", "Welcome to Kugel-POS Cart API. supoorted version: v1");
                  out.writeEndObject();
                }));
  }

  /** 200 if the service is healthy, otherwise 503; the body has the same form. */
  CompletionStage<Renderable> report(Supplier<CompletionStage<HealthReport>> source) {
    return source
        .get()
        .toCompletableFuture()
        .copy()
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> NO_ANSWER)
        .thenApply(report -> () -> answer(report));
  }

  private Answer answer(HealthReport report) {
    return Answer.of(report.healthy() ? 200 : 503, JsonText.bytes(out -> write(out, report)));
  }

  private void write(JsonGenerator out, HealthReport report) throws IOException {
    out.writeStartObject();
    out.writeStringField("status", word(report.healthy()));
    out.writeStringField("timestamp", Timestamps.health(OffsetDateTime.now(clock)));
    out.writeStringField("service", "cart");
    out.writeStringField("version", version);
    out.writeObjectFieldStart("checks");
    for (Map.Entry<String, HealthReport.Check> check : report.checks().entrySet()) {
      out.writeFieldName(check.getKey());
      write(out, check.getValue());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, HealthReport.Check check) throws IOException {
    out.writeStartObject();
    out.writeStringField("status", word(check.healthy()));
    if (check.responseTime().isPresent()) {
      out.writeNumberField("response_time_ms", check.responseTime().get().toMillis());
    } else {
      out.writeNullField("response_time_ms");
    }
    out.writePOJOField("details", check.details().isEmpty() ? null : check.details());
    JsonText.text(out, "error", check.error());
    out.writeNullField("component");
    out.writeEndObject();
  }

  private static String word(boolean healthy) {
    return healthy ? "healthy" : "unhealthy";
  }
}
