package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.fixtures.Await;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that traces nothing and logs in JSON. */
class UntracedServiceTest {

  @TempDir Path folder;

  @Test
  void noClassOfOpenTelemetry_isLoaded_andEachLogLineIsAnObject() throws Exception {
    Path classes = folder.resolve("classes");
    List<String> jvm = new ArrayList<>(ServiceProcess.SMALL);
    jvm.addAll(
        List.of("-Xlog:class+load:file=" + classes, "-DLOG_FORMAT=json", "-DLOG_LEVEL=DEBUG"));
    ServiceProcess service =
        ServiceProcess.launch(jvm, List.of("--data-dir", folder.resolve("data").toString()));
    assertThat(service.isListening()).isTrue();
    new TestTill(HttpClient.newHttpClient(), service.port(), "D0001-0001-1", "demo-key-0001-1")
        .createCart();
    Await.until("the request is logged", service::output, out -> out.contains("AccessLog"));
    service.kill();

    assertThat(Files.readString(classes))
        .contains("dev.poscart.app.tracing.Tracing ")
        .doesNotContain("io.opentelemetry");
    List<JsonNode> lines =
        service.output().lines().filter(line -> line.startsWith("{")).map(TestTill::json).toList();
    assertThat(lines)
        .anySatisfy(
            line -> {
              assertThat(line.path("formattedMessage").asText())
                  .startsWith("POST /api/v1/carts 201");
              assertThat(line.path("level").asText()).isEqualTo("DEBUG");
              assertThat(line.path("loggerName").asText()).endsWith(".AccessLog");
              assertThat(line.path("timestamp").asLong()).isPositive();
              assertThat(line.path("mdc").path("requestId").asText()).isNotEmpty();
              assertThat(line.path("mdc").has("traceId")).isFalse();
            });
  }
}
