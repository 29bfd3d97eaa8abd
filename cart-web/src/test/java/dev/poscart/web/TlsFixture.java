package dev.poscart.web;

import dev.poscart.web.tls.TlsFiles;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with its own certificate. */
abstract class TlsFixture {

  @TempDir Path folder;
  TlsFiles files = new TlsFiles(Path.of("none"), Path.of("none"));

  @BeforeEach
  void makeCertificate() {
    files = TestCertificate.lookedAtOften(TestCertificate.make(folder, "EC"));
  }

  Shop open() {
    return Shop.open(WebConfigs.withTls(Shop.CONFIG, files));
  }

  HttpResponse<String> post(Shop shop, String path, String protocol) throws Exception {
    var context = TestCertificate.trusting(files);
    var parameters = context.getDefaultSSLParameters();
    parameters.setProtocols(new String[] {protocol});
    HttpClient client =
        HttpClient.newBuilder().sslContext(context).sslParameters(parameters).build();
    return client.send(
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + shop.server.port() + path))
            .timeout(Duration.ofSeconds(60))
            .header("X-API-KEY", "key9")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
