package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;

/** Short methods for what tests do at a till. */
final class Selling {

  private Selling() {}

  static String item(String code, int quantity) {
    return "{\"itemCode\":\"" + code + "\",\"quantity\":" + quantity + "}";
  }

  static String priced(String code, int quantity, String unitPrice) {
    return "{\"itemCode\":\"%s\",\"quantity\":%d,\"unitPrice\":%s}"
        .formatted(code, quantity, unitPrice);
  }

  static String yenOff(String value) {
    return "{\"discountType\":\"DiscountAmount\",\"discountValue\":" + value + "}";
  }

  static String percentOff(String value) {
    return "{\"discountType\":\"DiscountPercentage\",\"discountValue\":" + value + "}";
  }

  static String tender(String code, String amount) {
    return "{\"paymentCode\":\"" + code + "\",\"amount\":" + amount + "}";
  }

  static String list(String... entries) {
    return "[" + String.join(",", entries) + "]";
  }

  /** A cart with these lines; its id. */
  static String entering(TestTill till, String... items) throws IOException {
    String cart = till.createCart();
    TestTill.expect(200, till.post("/carts/" + cart + "/lineItems", list(items)));
    return cart;
  }

  /** A cart with these lines that waits for tenders; its id. */
  static String paying(TestTill till, String... items) throws IOException {
    String cart = entering(till, items);
    TestTill.expect(200, till.subtotal(cart));
    return cart;
  }

  /** A sale of these lines, paid in cash as given; the bill's answer. */
  static JsonNode sold(TestTill till, String cash, String... items) throws IOException {
    String cart = paying(till, items);
    TestTill.expect(200, till.pay(cart, "01", cash));
    return TestTill.expect(200, till.bill(cart)).data();
  }

  /** Path of a transaction of this store. */
  static String transaction(int terminalNo, JsonNode closed) {
    return transactions(terminalNo) + "/" + closed.path("transactionNo").intValue();
  }

  static String transactions(int terminalNo) {
    return "/tenants/A1234/stores/5678/terminals/" + terminalNo + "/transactions";
  }

  static TestTill.Answer refused(int status, String code, TestTill.Answer answer) {
    TestTill.expect(status, answer);
    assertThat(answer.body().at("/user_error/code").textValue()).isEqualTo(code);
    return answer;
  }

  static BigDecimal number(JsonNode node, String pointer) {
    JsonNode value = node.at(pointer);
    assertThat(value.isNumber()).as("%s in %s", pointer, node).isTrue();
    return value.decimalValue().stripTrailingZeros();
  }

  /** Code and target of each tax, such as {@code 01 183.0}. */
  static List<String> taxTargets(JsonNode cart) {
    return StreamSupport.stream(cart.path("taxes").spliterator(), false)
        .map(tax -> tax.path("taxCode").textValue() + " " + tax.path("targetAmount"))
        .toList();
  }

  static List<String> journal(JsonNode closed) {
    return closed.path("journalText").textValue().lines().toList();
  }
}
