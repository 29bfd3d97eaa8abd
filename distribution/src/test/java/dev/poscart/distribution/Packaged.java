package dev.poscart.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service as an unpacked archive or image runs it, with its demo store, on a port of its own
 * choice.
 */
final class Packaged implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LISTENING = Pattern.compile("listening on port (\\d+)");
  private static final String TILL = "terminal_id=D0001-0001-1";
  private static final String KEY = "demo-key-0001-1";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private Packaged(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the service and returns when it listens. */
  static Packaged start(Path launcher, Path data, Map<String, String> environment)
      throws IOException {
    return start(List.of(launcher.toString()), data, environment);
  }

  /** Starts a command of several words, to which options are added. */
  static Packaged start(List<String> command, Path data, Map<String, String> environment)
      throws IOException {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--port", "0", "--host", "127.0.0.1", "--data-dir", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectErrorStream(true).environment().putAll(environment);
    Process process = builder.start();
    List<String> said = new ArrayList<>();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        return new Packaged(process, Integer.parseInt(listening.group(1)));
      }
    }
    throw new AssertionError("does not listen: " + String.join("\n", said));
  }

  /** Sells one rice ball; returns the answer to the bill. */
  JsonNode sale() {
    String cart = "/carts/" + post("/carts", "{}").at("/data/cartId").textValue();
    post(cart + "/lineItems", "[{\"itemCode\":\"4901180001718\",\"quantity\":1}]");
    return billed(cart);
  }

  /** Subtotals, pays and bills a cart. */
  JsonNode billed(String cart) {
    post(cart + "/subtotal", "");
    post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":1000}]");
    return post(cart + "/bill", "");
  }

  int port() {
    return port;
  }

  JsonNode get(String path) {
    return sent("GET", path, "");
  }

  private JsonNode post(String path, String body) {
    return sent("POST", path, body);
  }

  private JsonNode sent(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1" + path + "?" + TILL))
            .header("X-API-KEY", KEY)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " had no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends SIGTERM; returns the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
