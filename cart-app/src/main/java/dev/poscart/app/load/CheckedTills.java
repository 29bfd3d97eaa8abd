package dev.poscart.app.load;

import dev.poscart.app.till.TillClient;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a service, before it is put under load, whether it has these terminals and what they sell.
 *
 * @param service its address
 */
public record CheckedTills(HttpClient client, URI service) {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int CREATED = 201;
  private static final Pattern ITEM_CODE = Pattern.compile("\"itemCode\":\"([^\"]+)\"");

  /**
   * The items that the tenant of a terminal sells.
   *
   * @return fails with {@link PortException} if the service lists none
   */
  public CompletionStage<List<String>> itemCodes(LoadTerminal terminal) {
    String tenantId = terminal.id().replaceFirst("-.*", "");
    return send(terminal, "GET", "/tenants/" + tenantId + "/items?limit=1000", "")
        .thenApply(
            list -> {
              List<String> codes =
                  ITEM_CODE
                      .matcher(list.body())
                      .results()
                      .map(found -> found.group(1))
                      .distinct()
                      .toList();
              if (codes.isEmpty()) {
                throw failure("%s lists no items (expected: --item-codes)".formatted(service));
              }
              return codes;
            });
  }

  /**
   * Opens and cancels a cart at each terminal; fails with {@link PortException} if one is refused.
   */
  public CompletionStage<Void> check(List<LoadTerminal> terminals) {
    CompletionStage<Void> checked = CompletableFuture.completedFuture(null);
    for (LoadTerminal terminal : terminals) {
      checked = checked.thenCompose(before -> check(terminal));
    }
    return checked;
  }

  private CompletionStage<Void> check(LoadTerminal terminal) {
    return send(terminal, "POST", "/carts", "{}")
        .thenCompose(
            opened -> {
              Matcher cart = TimedTill.CART_ID.matcher(opened.body());
              if (opened.statusCode() != CREATED || !cart.find()) {
                throw failure(
                    "terminal %s: status %d from %s (expected: 201, as for an open terminal with"
                            .formatted(terminal.id(), opened.statusCode(), service)
                        + " this key)");
              }
              return send(terminal, "POST", "/carts/" + cart.group(1) + "/cancel", "");
            })
        .thenAccept(cancelled -> {});
  }

  private CompletionStage<HttpResponse<String>> send(
      LoadTerminal terminal, String method, String target, String body) {
    return new TillClient(client, service, terminal.id(), terminal.apiKey(), TIMEOUT)
        .send(method, target, body, Map.of())
        .exceptionallyCompose(
            why ->
                CompletableFuture.failedFuture(
                    failure("no answer from %s (expected: a service)".formatted(service))));
  }

  private static PortException failure(String detail) {
    return new PortException("load-test", Category.PERMANENT_FAILURE, detail);
  }
}
