package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestShop;
import dev.poscart.app.crash.History.KnownTransaction;
import dev.poscart.app.crash.TerminalConnection.Reply;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A customer returns goods of a sale of this or another terminal. */
final class ReversalWorkload {

  private final TradingDay day;
  private final TerminalConnection connection;
  private final int terminalNo;
  private final Random random;

  ReversalWorkload(TradingDay day, TerminalConnection connection, int terminalNo, Random random) {
    this.day = day;
    this.connection = connection;
    this.terminalNo = terminalNo;
    this.random = random;
  }

  /** Voids or returns one of the latest sales, possibly not for the first time. */
  void reverseOne() {
    day.history()
        .recentSale(random)
        .filter(sale -> total(sale).signum() > 0)
        .ifPresent(
            sale -> {
              if (sale.terminalNo() == terminalNo && random.nextBoolean()) {
                reverse("void", sale, payments(sale));
              } else if (isPlain(sale) && random.nextInt(4) > 0) {
                returnPieces(sale);
              } else {
                reverse("return", sale, cash(total(sale)));
              }
            });
  }

  private void returnPieces(KnownTransaction sale) {
    JsonNode sold = sale.answer().path("lineItems").path(0);
    int pieces = 1 + random.nextInt(sold.path("quantity").intValue());
    BigDecimal refund = sold.path("unitPrice").decimalValue().multiply(BigDecimal.valueOf(pieces));
    reverse(
        "return",
        sale,
        "{\"payments\":%s,\"lineItems\":[{\"lineNo\":1,\"quantity\":%d}]}"
            .formatted(cash(refund), pieces));
  }

  private void reverse(String kind, KnownTransaction of, String body) {
    ReversalRecord record = day.history().reversal(terminalNo, kind, of);
    Reply heard = connection.ask("POST", path(of) + "/" + kind, body);
    if (heard.isGood()) {
      record.done(heard.answer().data());
      day.figures().count(kind + "s");
      undoSometimes(kind, heard.answer().data());
    } else if (!heard.unsure()) {
      record.refused();
      day.figures().count("reversals refused");
    }
  }

  /** Some returns are mistakes and are voided by the terminal that made them. */
  private void undoSometimes(String kind, JsonNode made) {
    if (kind.equals("return") && random.nextInt(4) == 0) {
      KnownTransaction returned = new KnownTransaction(terminalNo, made);
      reverse("void", returned, payments(returned));
    }
  }

  private static String path(KnownTransaction of) {
    String[] terminal = TestShop.terminalId(of.terminalNo()).split("-", -1);
    return "/tenants/%s/stores/%s/terminals/%s/transactions/%d"
        .formatted(terminal[0], terminal[1], terminal[2], of.transactionNo());
  }

  /** The payments, summed by code. */
  private static String payments(KnownTransaction of) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (JsonNode payment : of.answer().path("payments")) {
      sums.merge(
          payment.path("paymentCode").textValue(),
          payment.path("paymentAmount").decimalValue(),
          BigDecimal::add);
    }
    return sums.entrySet().stream()
        .map(sum -> tender(sum.getKey(), sum.getValue()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String cash(BigDecimal amount) {
    return "[" + tender("01", amount) + "]";
  }

  private static String tender(String code, BigDecimal amount) {
    return "{\"paymentCode\":\"%s\",\"amount\":%d}".formatted(code, amount.intValueExact());
  }

  private static BigDecimal total(KnownTransaction sale) {
    return sale.answer().path("totalAmountWithTax").decimalValue();
  }

  private static boolean isPlain(KnownTransaction sale) {
    JsonNode lines = sale.answer().path("lineItems");
    return lines.size() == 1
        && lines.path(0).path("itemCode").textValue().equals("E")
        && lines.path(0).path("discounts").isEmpty()
        && sale.answer().path("subtotalDiscounts").isEmpty();
  }
}
