package dev.poscart.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.demo.Customer.Tender;
import dev.poscart.app.demo.Customer.Visit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Serves customers at a till, one after the other, and counts the sales that were neither returned
 * nor voided.
 */
final class Cashier {

  private static final BigDecimal NOTE = BigDecimal.valueOf(1000);
  private static final String CASH = "01";
  private static final String CREDIT = "11";

  private final DemoTill till;
  private int sales;
  private BigDecimal takings = BigDecimal.ZERO;

  Cashier(DemoTill till) {
    this.till = till;
  }

  DemoTill till() {
    return till;
  }

  CompletionStage<Void> serve(Customer customer) {
    return till.post("/carts", "{}")
        .thenCompose(cart -> ring(customer, "/carts/" + cart.path("cartId").asText()));
  }

  private CompletionStage<Void> ring(Customer customer, String cart) {
    CompletionStage<JsonNode> rung = till.post(cart + "/lineItems", lines(customer));
    if (customer.visit() == Visit.CANCELLED) {
      return rung.thenCompose(entered -> till.post(cart + "/cancel", "")).thenAccept(end -> {});
    }
    if (customer.visit() == Visit.PARKED) {
      rung =
          rung.thenCompose(entered -> till.post(cart + "/park", "{\"note\":\"忘れ物\"}"))
              .thenCompose(parked -> till.post(cart + "/retrieve", ""));
    }
    return rung.thenCompose(entered -> till.post(cart + "/subtotal", ""))
        .thenCompose(due -> discount(customer, cart, due))
        .thenCompose(due -> pay(customer, cart, due.path("balanceAmount").decimalValue()))
        .thenCompose(paid -> till.post(cart + "/bill", ""))
        .thenCompose(sale -> afterwards(customer, sale));
  }

  private CompletionStage<JsonNode> discount(Customer customer, String cart, JsonNode due) {
    return customer.couponPercent() == 0
        ? CompletableFuture.completedFuture(due)
        : till.post(
            cart + "/discounts",
            "[{\"discountType\":\"DiscountPercentage\",\"discountValue\":%d}]"
                .formatted(customer.couponPercent()));
  }

  private static String lines(Customer customer) {
    return customer.basket().stream()
        .map(
            line ->
                "{\"itemCode\":\"%s\",\"quantity\":%d}".formatted(line.itemCode(), line.quantity()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private CompletionStage<JsonNode> pay(Customer customer, String cart, BigDecimal due) {
    BigDecimal handedOver =
        customer.tender() == Tender.NOTES
            ? due.divide(NOTE, 0, RoundingMode.CEILING).multiply(NOTE)
            : due;
    return till.post(cart + "/payments", payment(customer, handedOver));
  }

  private static String payment(Customer customer, BigDecimal amount) {
    return "[{\"paymentCode\":\"%s\",\"amount\":%s}]"
        .formatted(customer.tender() == Tender.CREDIT ? CREDIT : CASH, amount.toPlainString());
  }

  /** A return or a void pays back what the sale took. */
  private CompletionStage<Void> afterwards(Customer customer, JsonNode sale) {
    BigDecimal total = sale.path("totalAmountWithTax").decimalValue();
    return switch (customer.visit()) {
      case RETURNED -> reverse(customer, sale, "/return", total);
      case VOIDED -> reverse(customer, sale, "/void", total);
      default -> {
        sales++;
        takings = takings.add(total);
        yield CompletableFuture.completedFuture(null);
      }
    };
  }

  private CompletionStage<Void> reverse(
      Customer customer, JsonNode sale, String what, BigDecimal total) {
    String original = till.path() + "/transactions/" + sale.path("transactionNo").asText();
    return till.post(original + what, payment(customer, total)).thenAccept(done -> {});
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%-13s %4d sales %,12.0f yen", till.terminalId(), sales, takings);
  }
}
