package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.TestShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * A terminal that the shop's own desk opens and closes all day. Each request has a key and is
 * repeated until it is answered.
 */
final class DeskTill implements Callable<List<ToldShift>> {

  private final int terminalNo;
  private final TerminalConnection connection;
  private final BooleanSupplier isOver;
  private final Figures figures;
  private final Random random;
  private final List<ToldShift> shifts = new ArrayList<>();

  DeskTill(
      int terminalNo,
      TerminalConnection connection,
      BooleanSupplier isOver,
      Figures figures,
      Random random) {
    this.terminalNo = terminalNo;
    this.connection = connection;
    this.isOver = isOver;
    this.figures = figures;
    this.random = random;
  }

  /** The sessions after the one in which the profile gives the terminal; all of them closed. */
  @Override
  public List<ToldShift> call() {
    desk("close", "{}");
    while (!isOver.getAsBoolean()) {
      shift();
    }
    return shifts;
  }

  private void shift() {
    ToldShift shift =
        new ToldShift(terminalNo, desk("open", "{\"initialAmount\":%d}".formatted(yen())));
    shifts.add(shift);
    for (int i = random.nextInt(4); i >= 0; i--) {
      switch (random.nextInt(3)) {
        case 0 -> move(shift, "cash-in", 1 + random.nextInt(900));
        // Less than any float.
        case 1 -> move(shift, "cash-out", 1 + random.nextInt(90));
        default -> sell(shift);
      }
    }
    desk("close", "{\"physicalAmount\":%d}".formatted(yen()));
    figures.count("shifts");
    JsonNode first = report(shift);
    shift.reported(first);
    JsonNode again = report(shift);
    if (!again.equals(first)) {
      throw new AssertionError(shift + ": its Z report was " + first + " and is " + again);
    }
  }

  private int yen() {
    return 1_000 + random.nextInt(9_000);
  }

  private void move(ToldShift shift, String how, int amount) {
    JsonNode moved = desk(how, "{\"amount\":%d}".formatted(amount));
    shift.cash.add(moved.path("amount").decimalValue());
    figures.count("cash movements");
  }

  private void sell(ToldShift shift) {
    String cart = "/carts/" + good("POST", "/carts", "{}").path("cartId").textValue();
    String entry = "[{\"itemCode\":\"A\",\"quantity\":%d}]".formatted(1 + random.nextInt(5));
    good("POST", cart + "/lineItems", entry);
    JsonNode due = good("POST", cart + "/subtotal", "").path("balanceAmount");
    good(
        "POST",
        cart + "/payments",
        "[{\"paymentCode\":\"01\",\"amount\":%s}]".formatted(due.decimalValue()));
    shift.sales.add(good("POST", cart + "/bill", "").path("totalAmountWithTax").decimalValue());
    figures.count("sales");
  }

  /** The figures of the Z report. */
  private JsonNode report(ToldShift shift) {
    ObjectNode data =
        (ObjectNode)
            good(
                "GET",
                "/tenants/A1234/stores/5678/terminals/%d/reports?report_scope=daily&report_type=sales&business_date=%s&open_counter=%d"
                    .formatted(terminalNo, shift.businessDate, shift.openCounter),
                "");
    // What tells a print from its repetition.
    data.remove(List.of("receiptText", "journalText", "reprint"));
    return data;
  }

  private JsonNode desk(String what, String body) {
    return good("POST", "/terminals/" + TestShop.terminalId(terminalNo) + "/" + what, body);
  }

  private JsonNode good(String method, String path, String body) {
    String key = new UUID(random.nextLong(), random.nextLong()).toString();
    TerminalConnection.Reply reply =
        method.equals("GET")
            ? connection.ask(method, path, body)
            : connection.ask(key, method, path, body);
    if (!reply.isGood()) {
      throw new AssertionError(
          "terminal " + terminalNo + ": " + method + " " + path + " -> " + reply.answer());
    }
    if (reply.unsure()) {
      figures.count("repeats");
    }
    return reply.answer().data();
  }
}
