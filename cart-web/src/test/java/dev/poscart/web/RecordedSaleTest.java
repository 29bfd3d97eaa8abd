package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/**
 * Replays recorded requests of a terminal and compares the answers: the same keys in the same
 * order, the same figures in the same notation. Ids, times and printed texts are masked.
 */
class RecordedSaleTest {

  @Test
  void sale_fromFirstItemToLog_isAnsweredAsRecorded() throws IOException {
    try (Shop shop = Shop.open()) {
      replay(shop.till().exact(), "sale.json");
    }
  }

  @Test
  void cancelledCart_isAnsweredAsRecorded_andListedOnlyOnRequest() throws IOException {
    try (Shop shop = Shop.open()) {
      replay(shop.till().exact(), "sale.json");
      replay(shop.till().exact(), "cancelled-sale.json");
      JsonNode list =
          shop.till()
              .get("/api/v1/tenants/A1234/stores/5678/terminals/9/transactions")
              .at("/metadata/total");
      assertThat(list.intValue()).isEqualTo(1);
    }
  }

  @Test
  void returnAndVoids_areAnsweredAsRecorded() throws IOException {
    try (Shop shop = Shop.open()) {
      replay(shop.till().exact(), "sale.json");
      replay(shop.till().exact(), "reversals.json");
    }
  }

  private static void replay(TestTill till, String recording) throws IOException {
    String cart = "";
    for (JsonNode step : steps(recording)) {
      String path = step.get("path").textValue().replace("(cart)", cart);
      String body = step.has("body") ? step.get("body").toString() : "";
      Reading answer = till.call(step.get("method").textValue(), path, body);
      answer.expect(step.get("status").intValue());
      if (step.get("name").textValue().equals("create")) {
        cart = answer.at("/data/cartId").textValue();
      }
      if (!step.get("answer").isNull()) {
        String expected = step.get("answer").toString().replace("(cart)", cart);
        assertThat(masked(answer.json()).toString())
            .as(step.get("name").textValue())
            .isEqualTo(masked(today(Reading.EXACT.readTree(expected))).toString());
      }
    }
  }

  /** The recorded answer with the field that carts have had since. */
  private static JsonNode today(JsonNode answer) {
    if (answer.path("data") instanceof ObjectNode cart
        && (cart.has("cartStatus") || (cart.size() == 1 && cart.has("cartId")))) {
      cart.putNull("signedSnapshot");
    }
    return answer;
  }

  private static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      mask(object, "receiptText");
      mask(object, "journalText");
      mask(object, "generateDateTime");
      if (object.has("user_error")) {
        object.put("message", "(text)");
      }
    }
    node.forEach(RecordedSaleTest::masked);
    return node;
  }

  private static void mask(ObjectNode object, String field) {
    if (object.has(field) && object.get(field).isTextual()) {
      object.put(field, "(masked)");
    }
  }

  private static JsonNode steps(String recording) throws IOException {
    try (InputStream in = RecordedSaleTest.class.getResourceAsStream(recording)) {
      return Reading.EXACT.readTree(in);
    }
  }
}
