package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.web.ContractDocument.Operation;
import dev.poscart.web.RawConnection.RawAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the documented methods exist, and only the request line selects one. */
class MethodTest {

  /** Methods of HTTP and its extensions, Javalin's names of its other handlers, and nonsense. */
  private static final List<String> METHODS =
      List.of(
          "GET",
          "POST",
          "PATCH",
          "DELETE",
          "PUT",
          "OPTIONS",
          "TRACE",
          "QUERY",
          "PURGE",
          "PROPFIND",
          "BEFORE",
          "BEFORE_MATCHED",
          "AFTER",
          "AFTER_MATCHED",
          "WEBSOCKET_BEFORE_UPGRADE",
          "WEBSOCKET_AFTER_UPGRADE",
          "HTTP_EXCEPTION",
          "INVALID",
          "get",
          "Post",
          "G",
          "X-".repeat(50));

  private final Shop open = Shop.open();
  private final StockedShop shop = new StockedShop(open);
  private RawConnection connection;

  @BeforeEach
  void connect() throws IOException {
    connection = new RawConnection(open.server.port());
  }

  @AfterEach
  void close() throws IOException {
    connection.close();
    open.close();
  }

  @Test
  void undocumentedMethod_is405_andAllowNamesTheOthers() throws IOException {
    List<String> before = shop.everything();
    for (Map.Entry<String, Set<String>> path : methodsOfPaths().entrySet()) {
      for (String method : METHODS) {
        if (!path.getValue().contains(method)) {
          RawAnswer answer = call(WireRequest.of("", method, shop.path(path.getKey()), ""));
          String about = method + " " + path.getKey() + ": " + answer;
          assertThat(answer.status()).as(about).isEqualTo(405);
          assertThat(answer.body()).as(about).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
          assertThat(answer.header("Allow"))
              .as(about)
              .contains(String.join(", ", path.getValue()).toLowerCase(Locale.ROOT));
          assertThat(answer.header("X-Request-Id")).as(about).isPresent();
          assertThat(answer.header("Cache-Control")).as(about).contains("no-store");
        }
      }
    }
    assertThat(shop.everything()).isEqualTo(before);
  }

  @Test
  void unknownPath_isNotFound_withAnyMethod() throws IOException {
    for (String method : METHODS) {
      RawAnswer answer = call(WireRequest.of("", method, "/api/v1/nothing", ""));
      assertThat(answer.status()).as(method).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"detail\":\"Not Found\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override",
        "x-http-method-override",
        "X-HTTP-Method",
        "X-Method-Override",
        "_method",
        "X-Original-Method"
      })
  void methodOverrideHeader_isIgnored(String header) throws IOException {
    List<String> before = shop.everything();
    WireRequest read = WireRequest.of("", "GET", shop.entering + "/subtotal?_method=POST", "");
    assertThat(call(read.with(header + ": POST")).status()).isEqualTo(405);
    WireRequest get = WireRequest.of("", "GET", shop.entering, "");
    assertThat(call(get.with(header + ": DELETE")).status()).isEqualTo(200);
    assertThat(call(get.with(header + ": BEFORE")).body()).contains("\"operation\":\"get_cart\"");
    assertThat(shop.everything()).isEqualTo(before);

    WireRequest change = WireRequest.of("", "POST", shop.entering + "/subtotal", "");
    assertThat(call(change.with(header + ": GET")).status()).isEqualTo(200);
    assertThat(open.till().get(shop.entering).at("/data/cartStatus").textValue())
        .isEqualTo("Paying");
  }

  @Test
  void upgradeToWebSockets_isIgnored() throws IOException {
    WireRequest upgrade =
        WireRequest.of("", "GET", shop.entering, "")
            .with("Upgrade: websocket")
            .with("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
            .with("Sec-WebSocket-Version: 13");
    RawAnswer answer = call(upgrade.with("Connection: Upgrade"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  private RawAnswer call(WireRequest request) throws IOException {
    return connection.call(request.bytes());
  }

  /** GET brings HEAD with it. */
  private static Map<String, Set<String>> methodsOfPaths() {
    Map<String, Set<String>> methods = new TreeMap<>();
    for (Operation operation : ContractDocument.operations()) {
      Set<String> ofPath =
          methods.computeIfAbsent(operation.template(), template -> new TreeSet<>());
      ofPath.add(operation.method());
      if (operation.method().equals("GET")) {
        ofPath.add("HEAD");
      }
    }
    return methods;
  }
}
