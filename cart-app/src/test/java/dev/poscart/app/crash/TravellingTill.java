package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestShop;
import dev.poscart.app.TestTill;
import dev.poscart.app.TestTill.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * A terminal whose carts travel: each request goes to any of the sites. It goes on until a closing
 * is answered, and hangs up on some of them before the answer comes. What a site has answered it
 * repeats only there; at the other one, it would be sold again.
 */
final class TravellingTill implements Callable<List<TravelSale>> {

  private static final String ITEMS = "[{\"itemCode\": \"A\", \"quantity\": 2}]";
  private static final String CASH = "[{\"paymentCode\": \"01\", \"amount\": 3000}]";
  private static final int OK = 200;

  private final int terminalNo;
  private final List<Service> sites;
  private final boolean numbersItself;
  private final BooleanSupplier isOver;
  private final Figures figures;
  private final Random random;
  private final TestTill till;
  private final List<TravelSale> sales = new ArrayList<>();

  TravellingTill(
      int terminalNo,
      List<Service> sites,
      boolean numbersItself,
      BooleanSupplier isOver,
      Figures figures,
      Random random,
      HttpClient client) {
    this.terminalNo = terminalNo;
    this.sites = sites;
    this.numbersItself = numbersItself;
    this.isOver = isOver;
    this.figures = figures;
    this.random = random;
    this.till =
        new TestTill(client, 1, TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo))
            .checkingOneOf(100);
  }

  @Override
  public List<TravelSale> call() throws IOException {
    while (!isOver.getAsBoolean()) {
      sell();
      figures.count("sales");
    }
    return sales;
  }

  private void sell() throws IOException {
    JsonNode opened = step("/carts", "{\"carrySnapshot\": true}");
    String cart = "/carts/" + opened.path("cartId").textValue();
    String snapshot = opened.path("signedSnapshot").toString();
    for (int lines = 1 + random.nextInt(3); lines > 0; lines--) {
      snapshot = snapshotAfter(cart + "/lineItems", snapshot, ITEMS);
    }
    boolean cancels = random.nextInt(10) == 0;
    if (!cancels) {
      snapshot = snapshotAfter(cart + "/subtotal", snapshot, "null");
      snapshot = snapshotAfter(cart + "/payments", snapshot, CASH);
    }
    TravelSale sale = new TravelSale(terminalNo, opened.path("cartId").textValue(), cancels);
    sales.add(sale);
    close(sale, cart + (cancels ? "/cancel" : "/bill"), wrapped(snapshot, numbers()));
  }

  private String numbers() {
    int count = sales.size();
    return numbersItself
        ? "{\"seq\": %d, \"receiptCounter\": %d, \"transactionDatetime\": \"%s\"}"
            .formatted(count, count, Instant.now().truncatedTo(ChronoUnit.SECONDS))
        : "null";
  }

  private void close(TravelSale sale, String path, String body) throws IOException {
    while (sale.told().isEmpty()) {
      int site = random.nextInt(sites.size());
      sale.asks(site);
      if (random.nextInt(5) == 0) {
        hangUp(site, path, body);
      } else {
        send(site, path, body).ifPresent(answer -> sale.answered(site, answer));
      }
    }
    if (random.nextInt(4) == 0) {
      int site = sale.told().get(0).site();
      figures.count("repeats");
      send(site, path, body).ifPresent(answer -> sale.answered(site, answer));
    }
  }

  /** Sends the whole request and does not wait for its answer. */
  private void hangUp(int site, String path, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /api/v1%s?terminal_id=%s HTTP/1.1\r\nHost: shop\r\nX-API-KEY: %s\r\n"
                .formatted(path, till.terminalId(), TestShop.apiKey(terminalNo))
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(content.length);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sites.get(site).port());
        OutputStream out = socket.getOutputStream()) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(content);
      figures.count("hang-ups");
    } catch (IOException e) {
      figures.count("answers lost");
    }
  }

  private String snapshotAfter(String path, String snapshot, String payload) throws IOException {
    return step(path, wrapped(snapshot, payload)).path("signedSnapshot").toString();
  }

  private static String wrapped(String snapshot, String payload) {
    return "{\"signedSnapshot\": %s, \"payload\": %s}".formatted(snapshot, payload);
  }

  /** Asks any site until one answers. */
  private JsonNode step(String path, String body) throws IOException {
    Optional<JsonNode> answer = Optional.empty();
    while (answer.isEmpty()) {
      answer = send(random.nextInt(sites.size()), path, body);
    }
    return answer.get();
  }

  /** Empty if there is no answer, or the site is starting or stopping. */
  private Optional<JsonNode> send(int site, String path, String body) {
    figures.count("requests");
    try {
      Answer answer = till.at(sites.get(site).port()).call("POST", path, body);
      if (answer.status() / 100 * 100 == OK) {
        return Optional.of(answer.data());
      }
      if (answer.status() != 503 && answer.status() != 504) {
        throw new AssertionError(till.terminalId() + ": " + path + " -> " + answer);
      }
      figures.count("answers " + answer.status());
    } catch (IOException e) {
      figures.count("answers lost");
    }
    return Optional.empty();
  }
}
