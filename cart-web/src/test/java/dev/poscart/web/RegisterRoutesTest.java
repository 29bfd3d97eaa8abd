package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The register and the start page as a browser gets them. */
class RegisterRoutesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void page_allowsNothingInline_andIsAskedForAnewEachTime() throws Exception {
    HttpResponse<String> page = get("/register", "*/*");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe");
  }

  @Test
  void register_mayCallTheServicesThatItGoesOnAt_thePageForThePersonOnDutyMayNot()
      throws Exception {
    HttpResponse<String> page = get("/register", "*/*");
    assertThat(header(page, "Content-Security-Policy"))
        .endsWith("connect-src 'self' https://south.example");
    assertThat(page.body()).contains("content=\"https://south.example\"");
    assertThat(header(get("/ops", "*/*"), "Content-Security-Policy"))
        .endsWith("connect-src 'self'");
  }

  @Test
  void assets_areKeptForEver_underTheHashInTheirPath() throws Exception {
    MatchResult module =
        Pattern.compile("/register/assets/([0-9a-f]{16})/main\\.js")
            .matcher(get("/register", "*/*").body())
            .results()
            .findFirst()
            .orElseThrow();
    HttpResponse<String> asset = get(module.group(), "*/*");
    assertThat(asset.statusCode()).isEqualTo(200);
    assertThat(header(asset, "Content-Type")).isEqualTo("text/javascript;charset=utf-8");
    assertThat(header(asset, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(get(module.group().replace(module.group(1), "0".repeat(16)), "*/*").statusCode())
        .isEqualTo(404);
    HttpResponse<String> directive =
        get("/register/assets/" + module.group(1) + "/directives/repeat.js", "*/*");
    assertThat(directive.statusCode()).isEqualTo(200);
  }

  @Test
  void pictures_areDrawings() throws Exception {
    HttpResponse<String> picture = get("/register/pictures/bread.svg", "image/*");
    assertThat(header(picture, "Content-Type")).startsWith("image/svg+xml");
    assertThat(picture.body()).startsWith("<svg ");
    assertThat(get("/register/pictures/nothing.svg", "image/*").statusCode()).isEqualTo(404);
  }

  @Test
  void root_isAPageForBrowsers_andKugelpossWelcomeForMachines() throws Exception {
    HttpResponse<String> page = get("/", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.body()).contains("<a href=\"/register#a=b\">a till &amp; more</a>");
    for (String accept : new String[] {"*/*", "application/json", ""}) {
      HttpResponse<String> welcome = get("/", accept);
      assertThat(header(welcome, "Content-Type")).isEqualTo("application/json");
      assertThat(welcome.body())
          .isEqualTo("{\"message\":\"Welcome to Kugel-POS Cart API. supoorted version: v1\"}");
    }
  }

  private HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + shop.server.port() + path);
    return CLIENT.send(
        HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
