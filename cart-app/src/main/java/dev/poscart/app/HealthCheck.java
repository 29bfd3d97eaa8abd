package dev.poscart.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.HealthRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.StringJoiner;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The {@code health} command. A container engine runs it every few seconds, so it loads no more
 * than it needs: the JDK's oldest HTTP client, and a JSON reader only if something is wrong.
 */
final class HealthCheck {

  /** Longer than the service waits for its database. */
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(4).toMillis();

  private static final int MAX_BODY_BYTES = 1 << 20;

  private final URI address;
  private final PrintStream out;
  private final PrintStream err;

  private HealthCheck(URI address, PrintStream out, PrintStream err) {
    this.address = address;
    this.out = out;
    this.err = err;
  }

  /** Asks, prints one line, and returns the exit code. */
  static int run(HealthRequest request, PrintStream out, PrintStream err) {
    return new HealthCheck(request.service().resolve("/health/ready"), out, err).run(request);
  }

  private int run(HealthRequest request) {
    try {
      HttpURLConnection connection = open(request);
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_OK) {
        out.println(address + ": ready");
        return ExitCode.DONE.code();
      }
      return failed("status %d%s (expected: 200)".formatted(status, reasons(connection)));
    } catch (IOException | GeneralSecurityException e) {
      return failed("no answer (expected: a running service): " + e.getMessage());
    }
  }

  private int failed(String reason) {
    new OperatorOutput(err).line("poscart: " + address + ": " + reason);
    return ExitCode.FAULTY.code();
  }

  private HttpURLConnection open(HealthRequest request)
      throws IOException, GeneralSecurityException {
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    connection.setInstanceFollowRedirects(false);
    if (connection instanceof HttpsURLConnection https && request.certificate().isPresent()) {
      https.setSSLSocketFactory(trusting(request.certificate().get()).getSocketFactory());
      // The certificate itself is expected, whichever names it is for.
      https.setHostnameVerifier((name, session) -> true);
    }
    return connection;
  }

  /** Trusts the first certificate of the file only, not the authorities that follow it. */
  private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream pem = Files.newInputStream(file)) {
      trusted.setCertificateEntry(
          "service", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** What the service says of its unhealthy parts; nothing if it is not Poscart. */
  private static String reasons(HttpURLConnection connection) throws IOException {
    InputStream body = connection.getErrorStream();
    if (body == null) {
      return "";
    }
    StringJoiner reasons = new StringJoiner("; ", ", ", "").setEmptyValue("");
    try (body) {
      JsonNode checks =
          new JsonMapper()
              .readTree(new String(body.readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8))
              .path("checks");
      checks
          .properties()
          .forEach(
              check -> {
                if (check.getValue().path("status").asText().equals("unhealthy")) {
                  reasons.add(check.getKey() + ": " + check.getValue().path("error").asText());
                }
              });
    } catch (JsonProcessingException e) {
      return "";
    }
    return reasons.toString();
  }
}
