package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import dev.poscart.register.BrowserPage;
import dev.poscart.web.ContractDocument.Operation;
import dev.poscart.web.DocumentedRequests.Made;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The document and the service agree: valid requests are accepted, invalid ones are refused and
 * change nothing, and every answer is described for its operation, which {@link TestTill} checks. A
 * failure names the seed; {@code -Dposcart.seed=N} repeats it.
 */
@Slow
class DocumentedRequestsTest {

  private static final int ROUNDS = Integer.getInteger("poscart.documented.rounds", 25);

  /** Further rounds for operations that did not succeed yet. */
  private static final int MORE_ROUNDS = 10 * ROUNDS;

  /** Not sent, but limited together with what is sent. */
  private static final String OF_THE_CART = "payments of the cart";

  /** A place in the form of a 422 answer: {@code 'loc': ('body', 0, 'quantity')}. */
  private static final Pattern PLACE = Pattern.compile("'loc': \\([^)]*'([^']+)',?\\)");

  /** Headers that any answer may have; others must be described. */
  private static final Set<String> GENERAL =
      Set.of(
          "content-length",
          "content-security-policy",
          "content-type",
          "date",
          "referrer-policy",
          "vary",
          "x-content-type-options");

  private final long seed = Long.getLong("poscart.seed", 20_261_128L);
  private final DocumentedRequests requests = new DocumentedRequests(new Random(seed));
  private final Set<String> done = new TreeSet<>();
  private final Set<String> breakable = new TreeSet<>();
  private final Set<String> refused = new TreeSet<>();

  @Test
  void validRequests_areAccepted_andInvalidOnesRefusedWithoutEffect() {
    List<Operation> operations = ContractDocument.operations();
    try (Shop open = Shop.open()) {
      StockedShop shop = new StockedShop(open);
      for (int round = 0; round < ROUNDS; round++) {
        sendEach(shop, operations);
      }
      for (int round = 0; round < MORE_ROUNDS && !lacking(operations).isEmpty(); round++) {
        sendEach(shop, lacking(operations));
      }
    }
    assertThat(done)
        .as("seed %d: operations that succeeded at least once", seed)
        .containsExactlyInAnyOrderElementsOf(operations.stream().map(Operation::id).toList());
    assertThat(refused).as("seed %d: operations that refused", seed).isEqualTo(breakable);
    assertThat(breakable).hasSizeGreaterThan(20);
  }

  private void sendEach(StockedShop shop, List<Operation> operations) {
    stock(shop.shop.till());
    for (Operation operation : operations) {
      sendFitting(shop, requests.fitting(operation));
      requests.broken(operation).ifPresent(made -> sendBroken(shop, made));
    }
  }

  private List<Operation> lacking(List<Operation> operations) {
    return operations.stream().filter(operation -> !done.contains(operation.id())).toList();
  }

  private void learnTheFilesOfThePages() {
    requests.learn("hash", BrowserPage.register().hash());
    requests.learn("hash", BrowserPage.ops().hash());
    requests.learn("folder", "directives");
    List.of("main.js", "repeat.js").forEach(name -> requests.learn("asset", name));
    requests.learn("picture", "bread.svg");
  }

  /** Something in each state, so that each operation can succeed. */
  private void stock(TestTill till) {
    learnTheFilesOfThePages();
    prepareDesk(till, "");
    String sold = StockedShop.sold(till);
    requests.learn("transaction_no", till.get(sold).at("/data/transactionNo").asText());
    requests.learn(
        "business_counter",
        till.get("/api/v1/terminals/A1234-5678-9").at("/data/businessCounter").asText());
    String parked = till.cartWithApple();
    till.post(parked + "/park", "").expect(200);
    Stream.of(
            till.cartWithApple(),
            till.cartWithApple(),
            StockedShop.ready(till),
            StockedShop.paid(till),
            parked)
        .forEach(cart -> requests.learn("cart_id", cart.substring(cart.lastIndexOf('/') + 1)));
  }

  private void sendFitting(StockedShop shop, Made made) {
    assertThat(problem(made)).as("seed %d: the generator's own: %s", seed, made).isEmpty();
    Reading answer = send(shop, made);
    if (answer.status() < 300) {
      done.add(made.operation().id());
    } else if (answer.status() >= 400) {
      checkForeseen("seed %d: %s\n%s".formatted(seed, made, answer), made.operation(), answer);
    }
  }

  /** An invalid value may happen to be valid where the document offers alternatives. */
  private void sendBroken(StockedShop shop, Made made) {
    if (problem(made).isPresent()) {
      breakable.add(made.operation().id());
      Reading answer = send(shop, made);
      assertThat(answer.status())
          .as("seed %d: %s\n%s", seed, made, answer)
          .isGreaterThanOrEqualTo(400);
      refused.add(made.operation().id());
    }
  }

  /** Brings the terminal into a state in which the operation can succeed. */
  private static void prepareDesk(TestTill till, String operation) {
    String terminal = "/api/v1/terminals/A1234-5678-9";
    till.post(terminal + (operation.equals("terminal_open") ? "/close" : "/open"), "");
    if (operation.equals("terminal_signin")) {
      till.post(terminal + "/sign-out", "");
    } else {
      till.post(terminal + "/sign-in", "{\"staffId\":\"S001\",\"pin\":\"1111\"}");
    }
    if (operation.equals("terminal_cash_out")) {
      till.post(terminal + "/cash-in", "{\"amount\":1000000}");
    }
  }

  private Reading send(StockedShop shop, Made made) {
    if (made.operation().id().startsWith("terminal_")) {
      if (made.operation().id().endsWith("open") || made.operation().id().endsWith("close")) {
        prepareDesk(shop.shop.till(), "");
        StockedShop.cancelTendered(shop.shop);
      }
      prepareDesk(shop.shop.till(), made.operation().id());
    }
    long writes = shop.writes();
    TestTill till = TestTill.anonymous(shop.shop.server.port());
    for (Map.Entry<String, String> header : made.headers().entrySet()) {
      till = till.with(header.getKey(), header.getValue());
    }
    Reading answer =
        till.raw(made.operation().method(), made.target(), BodyPublishers.ofString(made.body()));
    String about = "seed %d: %s\n%s".formatted(seed, made, answer);
    assertThat(answer.status()).as(about).isLessThan(500);
    if (answer.status() >= 400) {
      assertThat(shop.writes()).as("changed something: " + about).isEqualTo(writes);
    }
    assertThat(answer.headers().map().keySet())
        .as(about)
        .isSubsetOf(describedHeaders(made.operation(), answer.status()));
    return answer;
  }

  /** A 422 is allowed only for checks that a schema cannot express. */
  private static void checkForeseen(String about, Operation operation, Reading answer) {
    String error = answer.status() + "/" + answer.at("/user_error/code").asText();
    assertThat(error).as(about).isIn(operation.errors());
    if (error.equals("422/300001")) {
      Set<String> named =
          PLACE
              .matcher(answer.at("/data").textValue())
              .results()
              .map(place -> place.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(named).as(about).isNotEmpty();
      named.remove(OF_THE_CART);
      assertThat(named).as(about).isSubsetOf(ContractDocument.CHECKED_FURTHER);
    }
  }

  private static Optional<String> problem(Made made) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://till" + made.target()))
            .method(made.operation().method(), BodyPublishers.noBody());
    made.headers().forEach(request::header);
    return Contract.problem(request.build(), made.body());
  }

  private static Set<String> describedHeaders(Operation operation, int status) {
    Set<String> described = new TreeSet<>(GENERAL);
    SchemaValues.resolved(operation.node().path("responses").path(String.valueOf(status)))
        .path("headers")
        .fieldNames()
        .forEachRemaining(name -> described.add(name.toLowerCase(Locale.ROOT)));
    return described;
  }
}
