package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestShop;
import dev.poscart.app.crash.Line.Heard;
import dev.poscart.app.crash.Notebook.Told;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A customer comes back with a sale, be it this terminal's or another's. */
final class Reversals {

  private final Day day;
  private final Line line;
  private final int terminalNo;
  private final Random random;

  Reversals(Day day, Line line, int terminalNo, Random random) {
    this.day = day;
    this.line = line;
    this.terminalNo = terminalNo;
    this.random = random;
  }

  /** Voids or returns one of the latest sales; it may have come back before. */
  void reverseOne() {
    day.notebook()
        .recentSale(random)
        .filter(sale -> total(sale).signum() > 0)
        .ifPresent(
            sale -> {
              if (sale.terminalNo() == terminalNo && random.nextBoolean()) {
                reverse("void", sale, payments(sale), false);
              } else if (isPlain(sale) && random.nextInt(4) > 0) {
                returnPieces(sale);
              } else {
                reverse("return", sale, cash(total(sale)), false);
              }
            });
  }

  private void returnPieces(Told sale) {
    JsonNode sold = sale.answer().path("lineItems").path(0);
    int pieces = 1 + random.nextInt(sold.path("quantity").intValue());
    BigDecimal refund = sold.path("unitPrice").decimalValue().multiply(BigDecimal.valueOf(pieces));
    reverse(
        "return",
        sale,
        "{\"payments\":%s,\"lineItems\":[{\"lineNo\":1,\"quantity\":%d}]}"
            .formatted(cash(refund), pieces),
        true);
  }

  private void reverse(String kind, Told of, String body, boolean inPieces) {
    ReversalNote note = day.notebook().reversal(terminalNo, kind, of, inPieces);
    Heard heard = line.ask("POST", path(of) + "/" + kind, body);
    if (heard.isGood()) {
      note.done(heard.answer().data());
      day.figures().count(kind + "s");
      undoSometimes(kind, heard.answer().data());
    } else if (!heard.unsure()) {
      note.refused();
      day.figures().count("reversals refused");
    }
  }

  /** Some returns are a mistake, and are voided by the terminal that made them. */
  private void undoSometimes(String kind, JsonNode made) {
    if (kind.equals("return") && random.nextInt(4) == 0) {
      Told returned = new Told(terminalNo, made);
      reverse("void", returned, payments(returned), false);
    }
  }

  private static String path(Told of) {
    String[] terminal = TestShop.terminalId(of.terminalNo()).split("-", -1);
    return "/tenants/%s/stores/%s/terminals/%s/transactions/%d"
        .formatted(terminal[0], terminal[1], terminal[2], of.transactionNo());
  }

  /** What was paid, summed for each code. */
  private static String payments(Told of) {
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

  private static BigDecimal total(Told sale) {
    return sale.answer().path("totalAmountWithTax").decimalValue();
  }

  private static boolean isPlain(Told sale) {
    JsonNode lines = sale.answer().path("lineItems");
    return lines.size() == 1
        && lines.path(0).path("itemCode").textValue().equals("E")
        && lines.path(0).path("discounts").isEmpty()
        && sale.answer().path("subtotalDiscounts").isEmpty();
  }
}
