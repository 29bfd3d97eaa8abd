package dev.poscart.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A terminal: calls the server over a socket, with its id and key, and reads the answers. */
final class TestTill {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final int port;
  private final String terminalId;
  private final Map<String, String> headers;
  private final boolean exact;

  TestTill(int port, String terminalId, String apiKey) {
    this(port, terminalId, Map.of("X-API-KEY", apiKey), false);
  }

  static TestTill bearer(int port, String token) {
    return new TestTill(port, "", Map.of("Authorization", "Bearer " + token), false);
  }

  /** A caller without credentials. */
  static TestTill anonymous(int port) {
    return new TestTill(port, "", Map.of(), false);
  }

  private TestTill(int port, String terminalId, Map<String, String> headers, boolean exact) {
    this.port = port;
    this.terminalId = terminalId;
    this.headers = headers;
    this.exact = exact;
  }

  /** The same terminal, sending one more header. */
  TestTill with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new TestTill(port, terminalId, more, exact);
  }

  /** The same terminal, failing if it sends what the document does not allow. */
  TestTill exact() {
    return new TestTill(port, terminalId, headers, true);
  }

  Reading get(String path) {
    return call("GET", path, "");
  }

  Reading post(String path, String body) {
    return call("POST", path, body);
  }

  Reading patch(String path, String body) {
    return call("PATCH", path, body);
  }

  Reading call(String method, String path, String body) {
    if (exact) {
      Contract.checkRequest(request(method, at(path), BodyPublishers.noBody()), body);
    }
    return call(method, path, BodyPublishers.ofString(body));
  }

  Reading call(String method, String path, HttpRequest.BodyPublisher body) {
    return raw(method, at(path), body);
  }

  private String at(String path) {
    return path + (path.contains("?") ? "&" : "?") + "terminal_id=" + terminalId;
  }

  /** Calls without the terminal's id in the query. */
  Reading raw(String method, String path, HttpRequest.BodyPublisher body) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request(method, path, body), BodyHandlers.ofString());
      Contract.checkAnswer(response);
      return new Reading(response);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " had no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    headers.forEach(request::header);
    return request.build();
  }

  /** Makes a cart; its path. */
  String cart() {
    Reading answer = post("/api/v1/carts", "{}");
    return "/api/v1/carts/" + answer.at("/data/cartId").asText();
  }

  /** Makes a cart with an apple of 100 yen and 10 % external tax; its path. */
  String cartWithApple() {
    String cart = cart();
    post(cart + "/lineItems", "[{\"itemCode\":\"A\",\"quantity\":1}]").expect(200);
    return cart;
  }
}
