package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is sent as a snapshot: no error of the service, and no change. */
class MalformedSnapshotsTest extends CarriedCartFixture {

  private static final int REQUESTS = Integer.getInteger("poscart.malformed", 3_000);
  private static final String ITEM = "[{\"itemCode\": \"A\", \"quantity\": 1}]";
  private static final String PAYMENT = "[{\"paymentCode\": \"01\", \"amount\": 100}]";
  private static final String DISCOUNT =
      "[{\"discountType\": \"DiscountAmount\", \"discountValue\": 1}]";

  private record Target(String path, String payload) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target("/lineItems", ITEM),
          new Target("/lineItems/1/cancel", ""),
          new Target("/lineItems/1/discounts", DISCOUNT),
          new Target("/discounts", DISCOUNT),
          new Target("/subtotal", ""),
          new Target("/resume-item-entry", ""),
          new Target("/payments", PAYMENT),
          new Target("/bill", ""),
          new Target("/cancel", ""));

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void snapshotWithoutAMatchingSignature_isRefused_andNothingIsLogged() throws Exception {
    Poscart service = start();
    CarriedTill paid = carried(service).paid();
    CarriedTill entering = carried(service).open();
    TestTill.expect(200, entering.add("A", 2));
    for (int seed = 1; seed <= REQUESTS; seed++) {
      Random random = new Random(seed);
      CarriedTill till = random.nextBoolean() ? paid : entering;
      Target target = TARGETS.get(random.nextInt(TARGETS.size()));
      byte[] body = new BrokenSnapshot(random).unsigned(till.snapshot(), target.payload());
      if (saysTheSame(body, till)) {
        continue;
      }
      HttpResponse<String> answer = send(service, till, target, body);
      assertThat(answer.statusCode()).as("seed %d: %s", seed, answer.body()).isBetween(400, 499);
    }
    assertThat(till(service, 9).transactions()).isEmpty();
  }

  @Test
  void snapshotWithAMatchingSignature_makesNoErrorOfTheService() throws Exception {
    Poscart service = start();
    CarriedTill paid = carried(service).paid();
    CarriedTill entering = carried(service).open();
    TestTill.expect(200, entering.add("A", 2));
    int accepted = 0;
    for (int seed = 1; seed <= REQUESTS; seed++) {
      Random random = new Random(seed);
      CarriedTill till = random.nextBoolean() ? paid : entering;
      Target target = TARGETS.get(random.nextInt(TARGETS.size()));
      byte[] body = new BrokenSnapshot(random).signed(till.snapshot(), target.payload());
      HttpResponse<String> answer = send(service, till, target, body);
      assertThat(answer.statusCode())
          .as("seed %d: %s %s", seed, answer.body(), new String(body, StandardCharsets.UTF_8))
          .isLessThan(500);
      accepted += answer.statusCode() == 200 ? 1 : 0;
    }
    // The signature does match: many of the changes are harmless, such as another name.
    assertThat(accepted).isGreaterThan(REQUESTS / 50);
  }

  /** Another case of a digit in an escape is another spelling of the same. */
  private static boolean saysTheSame(byte[] body, CarriedTill till) {
    return tree(new String(body, StandardCharsets.UTF_8))
        .filter(read -> read.path("signedSnapshot").equals(TestTill.json(till.snapshot())))
        .isPresent();
  }

  private static Optional<JsonNode> tree(String text) {
    try {
      return Optional.ofNullable(TestTill.json(text));
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private HttpResponse<String> send(Poscart service, CarriedTill till, Target target, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/api/v1/carts/%s%s?terminal_id=A1234-5678-9"
                        .formatted(service.port(), till.cartId(), target.path())))
            .header("X-API-KEY", "key9")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
