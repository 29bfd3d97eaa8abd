package dev.poscart.app.load;

import dev.poscart.app.till.TillClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A till that times each request and goes on whatever the answer is. Its stages do not fail.
 *
 * <p>Answers are searched, not parsed: the load generator should take little of the processor.
 */
public final class TimedTill {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  static final Pattern CART_ID = Pattern.compile("\"cartId\":\"([^\"]+)\"");
  private static final Pattern BALANCE = Pattern.compile("\"balanceAmount\":([0-9.]+)");

  private final TillClient client;
  private final Stopwatch stopwatch;

  public TimedTill(
      HttpClient client, URI service, String terminalId, String apiKey, Stopwatch stopwatch) {
    this.client = new TillClient(client, service, terminalId, apiKey, TIMEOUT);
    this.stopwatch = stopwatch;
  }

  /**
   * What came back.
   *
   * @param status 0: nothing
   */
  public record Answer(int status, String body) {

    private String find(Pattern pattern) {
      Matcher found = pattern.matcher(body);
      return found.find() ? found.group(1) : "";
    }
  }

  /** Opens a cart; completes with an empty id if that was refused. */
  public CompletionStage<String> createCart() {
    return post("create", "/carts", "{}").thenApply(answer -> answer.find(CART_ID));
  }

  /** Enters one piece of an item. */
  public CompletionStage<Answer> add(String cartId, String itemCode) {
    return post(
        "add",
        "/carts/" + cartId + "/lineItems",
        "[{\"itemCode\": \"" + itemCode + "\", \"quantity\": 1}]");
  }

  /** Cancels the cart. */
  public CompletionStage<Answer> cancel(String cartId) {
    return post("cancel", "/carts/" + cartId + "/cancel", "");
  }

  /** Requests the subtotal, pays what is due in this way, and bills. */
  public CompletionStage<Answer> sell(String cartId, String paymentCode) {
    String cart = "/carts/" + cartId;
    return post("subtotal", cart + "/subtotal", "")
        .thenCompose(
            due ->
                post(
                    "pay",
                    cart + "/payments",
                    "[{\"paymentCode\": \"%s\", \"amount\": %s}]"
                        .formatted(paymentCode, due.find(BALANCE))))
        .thenCompose(paid -> post("bill", cart + "/bill", ""));
  }

  private CompletionStage<Answer> post(String step, String target, String body) {
    long startedNanos = System.nanoTime();
    return client
        .send("POST", target, body, Map.of())
        .handle(
            (response, failure) ->
                failure == null
                    ? new Answer(response.statusCode(), response.body())
                    : new Answer(0, ""))
        .whenComplete(
            (answer, failure) ->
                stopwatch.answered(
                    step, startedNanos, System.nanoTime() - startedNanos, answer.status()));
  }
}
