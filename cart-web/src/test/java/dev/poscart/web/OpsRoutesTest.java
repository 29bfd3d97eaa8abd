package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see the state of the service, and how much of it. */
class OpsRoutesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "X-API-KEY, key-of-the-operators, 200",
    "Authorization, Bearer user-A1234, 200",
    "X-API-KEY, key9, 401",
    "X-API-KEY, notify-key, 401",
    "Authorization, Bearer till-9, 401",
    "Authorization, Bearer service-A1234, 401",
    "X-Nothing, x, 401"
  })
  void state_isForOperatorsAndUsers(String header, String value, int status) throws Exception {
    HttpResponse<String> answer = get("/ops/state", header, value);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body().contains("started_at")).isEqualTo(status == 200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void operatorsKey_opensNothingElse() throws Exception {
    assertThat(get("/api/v1/carts", "X-API-KEY", ShopOps.KEY).statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/cache/terminal/status", "X-API-KEY", ShopOps.KEY).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"'', 3600", "?seconds=12, 12", "?seconds=0, 0"})
  void samples_goBackAsFarAsAskedFor(String query, int seconds) throws Exception {
    assertThat(get("/ops/state" + query, "X-API-KEY", ShopOps.KEY).body())
        .contains("\"samples\": {\"at\": [" + seconds + "]}");
  }

  @Test
  void numberThatIsNone_isRefused() throws Exception {
    HttpResponse<String> answer = get("/ops/state?seconds=-1", "X-API-KEY", ShopOps.KEY);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("query -> seconds");
  }

  @Test
  void page_isOpen_becauseItShowsNothingByItself() throws Exception {
    HttpResponse<String> page = get("/ops", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
  }

  private HttpResponse<String> get(String path, String header, String value)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + shop.server.port() + path);
    return CLIENT.send(
        HttpRequest.newBuilder(uri).header(header, value).build(), BodyHandlers.ofString());
  }
}
