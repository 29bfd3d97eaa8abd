package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.web.TestCertificate;
import dev.poscart.web.tls.TlsFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code health} command. */
@Slow
class HealthCommandTest {

  /** What a service needs and the question for its health does not. */
  private static final String[] SERVICE = {
    "ch.qos.logback.",
    "com.google.inject.",
    "io.javalin.",
    "org.eclipse.jetty.",
    "io.grpc.",
    "io.netty.",
    "org.sqlite.",
    "com.mongodb.",
    "io.micrometer.",
    "com.fasterxml.jackson.databind."
  };

  @TempDir Path folder;

  @Test
  void readyService_isAskedOverHttp_andItsEndIsNoticed() {
    RunningShop shop = RunningShop.open(folder, Map.of());
    String port = String.valueOf(shop.port());
    try (shop) {
      awaitReady("--port", port);
      CommandOutcome outcome = CommandOutcome.of("health", "--port", port);
      assertThat(outcome.code()).hasValue(0);
      assertThat(outcome.out()).isEqualTo("http://localhost:" + port + "/health/ready: ready\n");
      assertThat(outcome.err()).isEmpty();
    }
    CommandOutcome outcome = CommandOutcome.of("health", "--url", "http://127.0.0.1:" + port);
    assertThat(outcome.code()).hasValue(1);
    assertThat(outcome.err())
        .startsWith("poscart: http://127.0.0.1:" + port + "/health/ready: no answer (expected: ")
        .hasLineCount(1);
  }

  @Test
  void overHttps_exactlyTheConfiguredCertificateIsTrusted() throws IOException {
    TlsFiles files = TestCertificate.make(folder, "EC");
    TlsFiles other = TestCertificate.make(Files.createDirectory(folder.resolve("other")), "EC");
    Map<Variable, String> settings =
        Map.of(
            Variable.HTTP_TLS_CERT_FILE,
            files.certificateFile().toString(),
            Variable.HTTP_TLS_KEY_FILE,
            files.keyFile().toString());
    try (RunningShop shop = RunningShop.open(folder, settings)) {
      String port = String.valueOf(shop.port());
      awaitReady("--port", port, "--http-tls-cert-file", files.certificateFile().toString());
      assertThat(https(port, files).out()).startsWith("https://localhost:");
      assertThat(https(port, other).code()).hasValue(1);
      assertThat(CommandOutcome.of("health", "--url", "https://localhost:" + port).code())
          .hasValue(1);
    }
  }

  /** A service listens before it has reached its item master. */
  private static void awaitReady(String... options) {
    List<String> words = new ArrayList<>(List.of("health"));
    words.addAll(List.of(options));
    Await.until(
        "the service is ready",
        () -> CommandOutcome.of(words.toArray(String[]::new)),
        outcome -> outcome.code().getAsInt() == 0);
  }

  private static CommandOutcome https(String port, TlsFiles files) {
    return CommandOutcome.of(
        "health", "--port", port, "--http-tls-cert-file", files.certificateFile().toString());
  }

  @Test
  void serviceThatIsNotReady_isReportedWithItsReasons() throws IOException {
    String body =
        """
        {"status": "unhealthy", "checks": {
          "sqlite": {"status": "unhealthy", "error": "the file\\u001b[2J was deleted"},
          "item_master": {"status": "healthy", "error": null},
          "background_jobs": {"status": "unhealthy", "error": "not finished"}}}\
        """;
    assertThat(answering(503, body))
        .endsWith(
            "/health/ready: status 503, sqlite: the file?[2J was deleted; background_jobs: not"
                + " finished (expected: 200)\n");
    assertThat(answering(404, "<html>")).endsWith(": status 404 (expected: 200)\n");
  }

  /** What the command says of a server with this answer. */
  private static String answering(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      CommandOutcome outcome = CommandOutcome.of("health", "--url", url);
      assertThat(outcome.code()).hasValue(1);
      assertThat(outcome.out()).isEmpty();
      return outcome.err();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void wrongOptions_areRefusedInOneLine() {
    assertRefused("PORT: '0' (expected: the port on which the service listens)", "--port", "0");
    assertRefused("PORT: 'x' (expected: a whole number from 0 to 65535)", "--port", "x");
    assertRefused("--url: 'pos' (expected: a URL such as http://localhost:3500)", "--url", "pos");
    assertRefused(
        "HTTP_TLS_CERT_FILE: 'x' (expected: an existing file that can be read)",
        "--http-tls-cert-file",
        "x");
  }

  private static void assertRefused(String message, String... options) {
    List<String> words = new ArrayList<>(List.of("health"));
    words.addAll(List.of(options));
    CommandOutcome outcome = CommandOutcome.of(words.toArray(String[]::new));
    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.err()).isEqualTo("poscart: " + message + "\n");
  }

  @Test
  void command_loadsNoPartOfTheService() throws Exception {
    Path classes = folder.resolve("classes");
    try (RunningShop shop = RunningShop.open(folder, Map.of())) {
      awaitReady("--port", String.valueOf(shop.port()));
      List<String> jvm = new ArrayList<>(ServiceProcess.SMALL);
      jvm.add("-Xlog:class+load:file=" + classes);
      ServiceProcess command =
          ServiceProcess.launch(
              Main.class, jvm, List.of("health", "--port", String.valueOf(shop.port())));
      assertThat(command.exitCode()).as(command.output()).isZero();
    }
    assertThat(Files.readString(classes))
        .contains("dev.poscart.app.HealthCheck ")
        .doesNotContain(SERVICE);
  }
}
