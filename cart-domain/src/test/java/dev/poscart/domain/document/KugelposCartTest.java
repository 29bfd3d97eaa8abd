package dev.poscart.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.port.PredecessorCarts.Copy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The carts that kugelpos really wrote are read in the tests of the adapters. */
class KugelposCartTest {

  @Test
  void digitsThatBinaryNumbersAdd_areDropped() {
    Cart cart = read(Map.of());

    assertThat(cart.lines().get(0).amount()).isEqualTo(Money.of("0.3"));
    assertThat(cart.balanceDue()).isEqualTo(Money.of("0.2"));
  }

  @Test
  void changedPrice_andItsOriginal_areKeptApartFromTheItemsOwn() {
    Cart cart = read(Map.of());

    assertThat(cart.lines().get(0).unitPrice()).isEqualTo(Money.of("0.1"));
    assertThat(cart.lines().get(0).unitPriceOriginal()).isEqualTo(Optional.of(Money.of(5)));
    assertThat(cart.lines().get(0).item().unitPrice()).isEqualTo(Money.of(7));
    assertThat(cart.lines().get(0).item().storePrice()).isEqualTo(Optional.of(Money.of(5)));
    assertThat(cart.lines().get(0).item().discountRestricted()).isTrue();
  }

  @Test
  void cartThatDoesNotAddUp_isRefused() {
    refused(
        Map.of("balance_amount", new BigDecimal("0.3")),
        "balance_amount: 0.3 (expected: 0.2, to which lines, discounts, taxes and payments add up)");
  }

  @Test
  void whatAKugelposCartNeverHas_isRefused() {
    refused(Map.of("transaction_type", 102), "transaction_type: 102 (expected: 101, a sale)");
    refused(Map.of("line_items", List.of(line(2, "A"))), "line_no: 2 (expected: 1)");
    refused(Map.of("line_items", List.of(line(1, "B"))), "expected: one of masters.items");
    refused(Map.of("payments", List.of(payment("77"))), "expected: a code known to kugelpos");
    refused(Map.of("status", "Lost"), "status");
  }

  private static Cart read(Map<String, Object> changes) {
    return ((Copy.Open) KugelposCart.read(document(changes))).cart();
  }

  private static void refused(Map<String, Object> changes, String why) {
    assertThatThrownBy(() -> KugelposCart.read(document(changes)))
        .isInstanceOf(IllegalStateException.class)
        .hasStackTraceContaining(why);
  }

  private static Map<String, Object> document(Map<String, Object> changes) {
    Map<String, Object> document =
        new HashMap<>(
            Map.of(
                "cart_id", "c-1",
                "tenant_id", "A1234",
                "store_code", "5678",
                "terminal_no", 9,
                "status", "Paying",
                "transaction_type", 101,
                "business_date", "20261128"));
    document.put("sales", Map.of("reference_date_time", "2026-11-28T19:40:01.823424+09:00"));
    document.put("line_items", List.of(line(1, "A")));
    document.put("subtotal_discounts", List.of());
    document.put("taxes", List.of());
    document.put("payments", List.of(payment("01")));
    document.put("balance_amount", new BigDecimal("0.20000000000000004"));
    document.put(
        "masters",
        Map.of(
            "items",
            List.of(Map.of("item_code", "A", "unit_price", 7, "store_price", 5)),
            "taxes",
            List.of()));
    document.putAll(changes);
    return document;
  }

  private static Map<String, Object> line(int lineNo, String itemCode) {
    Map<String, Object> line =
        new HashMap<>(
            Map.of(
                "line_no",
                lineNo,
                "item_code",
                itemCode,
                "unit_price",
                new BigDecimal("0.1"),
                "unit_price_original",
                5,
                "is_unit_price_changed",
                true,
                "quantity",
                3,
                "amount",
                new BigDecimal("0.30000000000000004"),
                "tax_code",
                "00"));
    line.put("discounts", List.of());
    line.put("discounts_allocated", List.of());
    line.put("is_cancelled", false);
    line.put("is_discount_restricted", true);
    return line;
  }

  private static Map<String, Object> payment(String code) {
    return Map.of(
        "payment_no",
        1,
        "payment_code",
        code,
        "deposit_amount",
        new BigDecimal("0.1"),
        "amount",
        new BigDecimal("0.1"));
  }
}
