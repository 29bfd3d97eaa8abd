package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.Variable;
import dev.poscart.web.TestCertificate;
import dev.poscart.web.tls.TlsFiles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service behind HTTPS. */
class TlsServiceTest {

  @TempDir Path folder;

  @Test
  void withCertificateAndKey_theServiceSellsOverHttps() throws Exception {
    TlsFiles files = TestCertificate.make(folder, "RSA");
    try (RunningShop shop = open(files.certificateFile(), files.keyFile())) {
      HttpClient client =
          HttpClient.newBuilder().sslContext(TestCertificate.trusting(files)).build();
      HttpResponse<String> opened =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "https://127.0.0.1:"
                              + shop.port()
                              + "/api/v1/carts?terminal_id=A1234-5678-1"))
                  .timeout(Duration.ofSeconds(60))
                  .header("X-API-KEY", "key1")
                  .POST(HttpRequest.BodyPublishers.ofString("{}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
      assertThat(opened.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }

  @Test
  void wrongKeyFile_stopsTheStart_beforeAnythingIsOpened() throws Exception {
    TlsFiles files = TestCertificate.make(folder, "EC");
    TlsFiles other = TestCertificate.make(Files.createDirectory(folder.resolve("other")), "EC");
    assertThatThrownBy(() -> open(files.certificateFile(), other.keyFile()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("HTTP_TLS_KEY_FILE: '" + other.keyFile() + "' (expected: ");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  private RunningShop open(Path certificate, Path key) {
    return RunningShop.open(
        folder,
        Map.of(
            Variable.HTTP_TLS_CERT_FILE,
            certificate.toString(),
            Variable.HTTP_TLS_KEY_FILE,
            key.toString()));
  }
}
