package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.web.tls.TlsFiles;
import dev.poscart.web.tls.WrongTlsFileException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS with the server's own certificate. */
@Slow
class TlsTest extends TlsFixture {

  @ParameterizedTest
  @CsvSource({"RSA, TLSv1.2", "RSA, TLSv1.3", "EC, TLSv1.2", "EC, TLSv1.3"})
  void answer_isCompleteOverHttps(String algorithm, String protocol) throws Exception {
    files = TestCertificate.make(folder, algorithm);
    try (Shop shop = open()) {
      HttpResponse<String> opened = post(shop, "/api/v1/carts?terminal_id=A1234-5678-9", protocol);
      assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
      assertThat(opened.body()).contains("\"cartId\"").endsWith("}");
      assertThat(opened.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
      assertThat(opened.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(opened.headers().allValues("Strict-Transport-Security"))
          .containsExactly("max-age=31536000");
      HttpResponse<String> refused = post(shop, "/api/v1/nothing", protocol);
      assertThat(refused.statusCode()).isEqualTo(404);
      assertThat(refused.headers().allValues("Strict-Transport-Security"))
          .containsExactly("max-age=31536000");
    }
  }

  @Test
  void withoutFiles_plainHttpIsServed_andTlsIsNotLogged() throws Exception {
    try (Shop shop = Shop.open()) {
      String answer =
          talkPlain(
              shop,
              "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("Strict-Transport");
    }
  }

  @Test
  void plainHttp_toThatPort_getsNoAnswer() throws Exception {
    try (Shop shop = open()) {
      byte[] request =
          "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII);
      assertThat(talkPlain(shop, request)).doesNotContain("HTTP").hasSizeLessThan(10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0301", "0302"})
  void olderTls_isRefused(String version) throws Exception {
    String hello = version + "00".repeat(32) + "00" + "0004c013c009" + "0100";
    String message = "010000" + length(hello, 2) + hello;
    byte[] record = HexFormat.of().parseHex("160301" + length(message, 4) + message);
    try (Shop shop = open()) {
      byte[] answer = talkPlain(shop, record).getBytes(StandardCharsets.ISO_8859_1);
      // An alert: fatal, protocol_version.
      assertThat(answer).hasSize(7).startsWith(21, 3).endsWith(0, 2, 2, 70);
    }
  }

  @Test
  void changedFiles_applyToNewConnections_unlessTheyAreBroken() throws Exception {
    Path renewed = Files.createDirectory(folder.resolve("renewed"));
    TlsFiles next = TestCertificate.make(renewed, "RSA");
    TlsFiles first = copyTo("first");
    try (Shop shop = open();
        LogLines lines = LogLines.of("dev.poscart.web")) {
      Files.writeString(files.keyFile(), "half");
      Await.until(
          "the log tells of it", () -> !lines.containing("keeping the previous ones").isEmpty());
      assertThat(isTrusted(shop, first)).isTrue();
      Files.copy(
          next.certificateFile(), files.certificateFile(), StandardCopyOption.REPLACE_EXISTING);
      Files.copy(next.keyFile(), files.keyFile(), StandardCopyOption.REPLACE_EXISTING);
      Await.until("the new files hold", () -> isTrusted(shop, next));
      assertThat(isTrusted(shop, first)).isFalse();
      Files.delete(files.certificateFile());
      Await.until("the log tells of it", () -> !lines.containing("certificateFile").isEmpty());
      assertThat(isTrusted(shop, next)).isTrue();
      assertThat(lines.containing("keeping the previous")).hasSizeLessThanOrEqualTo(3);
      assertThat(lines.containing("keyFile: " + files.keyFile())).hasSize(1);
    }
  }

  @Test
  void wrongFiles_areRefused_namingFileAndExpectation() throws Exception {
    TlsFiles other = TestCertificate.make(Files.createDirectory(folder.resolve("other")), "EC");
    Path old =
        Files.writeString(
            folder.resolve("old.pem"),
            Files.readString(files.keyFile()).replace("PRIVATE KEY", "EC PRIVATE KEY"));
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
    for (Path key : new Path[] {other.keyFile(), old, text, folder.resolve("missing")}) {
      assertThatThrownBy(() -> new TlsFiles(files.certificateFile(), key).check())
          .isInstanceOf(WrongTlsFileException.class)
          .hasMessage(
              "keyFile: "
                  + key
                  + " (expected: a PEM file with the private key of the certificate, PKCS #8,"
                  + " unencrypted)");
    }
    for (Path chain : new Path[] {text, files.keyFile(), folder.resolve("missing")}) {
      assertThatThrownBy(() -> new TlsFiles(chain, files.keyFile()).check())
          .hasMessageStartingWith("certificateFile: " + chain + " (expected: a PEM file with");
    }
  }

  private TlsFiles copyTo(String name) throws IOException {
    Path copies = Files.createDirectory(folder.resolve(name));
    return new TlsFiles(
        Files.copy(files.certificateFile(), copies.resolve("cert.pem")),
        Files.copy(files.keyFile(), copies.resolve("key.pem")));
  }

  /** Whether a client that trusts only this certificate can connect. */
  private static boolean isTrusted(Shop shop, TlsFiles files) {
    try (SSLSocket socket =
        (SSLSocket)
            TestCertificate.trusting(files)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), shop.server.port())) {
      socket.setSoTimeout(60_000);
      socket.startHandshake();
      return true;
    } catch (SSLException e) {
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends and reads until the connection ends, or the answer is complete. */
  private static String talkPlain(Shop shop, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.server.port())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException e) {
      return "";
    }
  }

  private static String length(String hex, int digits) {
    return HexFormat.of().toHexDigits(hex.length() / 2L, digits);
  }
}
