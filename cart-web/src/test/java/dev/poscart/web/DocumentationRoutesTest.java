package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everyone can read the API document; no other resource of the service is served. */
class DocumentationRoutesTest {

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void yaml_isTheSourceDocument() {
    Reading answer = get("/openapi.yaml").expect(200);
    assertThat(answer.body()).startsWith("openapi: 3.0.3\n").contains("りんご");
    assertThat(answer.body().getBytes(StandardCharsets.UTF_8))
        .isEqualTo(OpenApiDocument.yaml().read());
    assertThat(answer.header("Content-Type"))
        .isEqualToIgnoringWhitespace("application/yaml;charset=utf-8");
  }

  @Test
  void json_isEquivalent_andKeepsTheNotationOfAmounts() {
    JsonNode json = get("/openapi.json").expect(200).json();
    assertThat(json.at("/openapi").textValue()).isEqualTo("3.0.3");
    assertThat(json.at("/components/schemas/Amount/example").toString()).isEqualTo("806.0");
    assertThat(json.at("/components/schemas/Part/required/0").textValue()).isEqualTo("no");
    assertThat(json.at("/info/version").textValue()).isEqualTo("1");
  }

  @Test
  void page_mayCallOnlyItsOwnServer() {
    Reading page = get("/docs").expect(200);
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'self'; ")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe-eval", "script-src", "http:", "https:", "*");
    assertThat(page.body()).doesNotContain("http:", "https:", "//").contains("docs/docs.js");
    assertThat(get("/docs/docs.js").body()).doesNotContain("http");
    get("/docs/").expect(307);
  }

  @ParameterizedTest
  @CsvSource({
    "docs.js,text/javascript",
    "swagger-ui.css,text/css",
    "swagger-ui-bundle.js,text/javascript"
  })
  void filesOfThePage_areServed_andCacheable(String name, String type) {
    Reading answer = get("/docs/" + name).expect(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=300");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/docs.html",
        "/docs/index.html",
        "/docs/oauth2-redirect.html",
        "/docs/swagger-ui.js",
        "/docs/swagger-ui-bundle.js/",
        "/docs/DOCS.JS",
        "/docs/../openapi.yaml",
        "/docs/..%2fopenapi.yaml",
        "/docs/%2e%2e%2fopenapi.yaml",
        "/docs/%252e%252e%252fopenapi.yaml",
        "/docs/..%5copenapi.yaml",
        "/docs/....//docs.js",
        "/docs//docs.js",
        "/docs/./docs.js%00.css",
        "/docs/%2fMETA-INF%2fMANIFEST.MF",
        "/docs/openapi.yaml",
        "/openapi.yaml/..",
        "/docs;/docs.js/.."
      })
  void otherFiles_areNotReachable_byAnyPath(String path) throws IOException {
    // On a raw socket, because a client would normalize the path.
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 (307|4..|200) .*");
    if (answer.startsWith("HTTP/1.1 200")) {
      // Dots that resolve to an existing route lead to that route.
      assertThat(path).isEqualTo("/docs/../openapi.yaml");
    }
    assertThat(answer).doesNotContain("Manifest-Version", "<html", "SwaggerUIBundle(");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.server.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Without any credentials. */
  private Reading get(String path) {
    return TestTill.anonymous(shop.server.port()).raw("GET", path, BodyPublishers.noBody());
  }
}
