package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.app.crash.CartRecord.Closing;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One customer, from the first item to the receipt. After each lost answer the terminal reads the
 * cart and continues from there; a lost closing is repeated.
 */
final class Customer {

  private static final int MAX_STEPS = 30;
  private static final int PLAIN_PERCENT = 15;

  /** How often another terminal works on the same cart concurrently. */
  private static final int COLLEAGUE_PERCENT = 10;

  private static final List<String> ITEMS = List.of("A", "J", "B", "E", "V", "R", "U", "X8");

  private final TradingDay day;
  private final TerminalConnection connection;
  private final int terminalNo;
  private final Random random;
  private final Checkout checkout;

  Customer(TradingDay day, TerminalConnection connection, int terminalNo, Random random) {
    this.day = day;
    this.connection = connection;
    this.terminalNo = terminalNo;
    this.random = random;
    this.checkout = new Checkout(day, connection, terminalNo, random, this::look);
  }

  /** Serves the customer; ends with a closed, a parked or an abandoned cart. */
  void serve() {
    boolean plain = random.nextInt(100) < PLAIN_PERCENT;
    Optional<JsonNode> cart = Optional.of(plain ? plainCart() : newOrParkedCart());
    for (int step = 0; step < MAX_STEPS && cart.isPresent(); step++) {
      JsonNode now = cart.get();
      note(now).seen(now);
      cart =
          switch (now.path("cartStatus").textValue()) {
            case "Idle", "EnteringItem" ->
                isParked(now) ? leaveParked(now) : plain ? toPayment(now) : enter(now);
            case "Paying" -> pay(now);
            default -> Optional.empty();
          };
    }
    // A customer who waited too long has left; the cart stays open.
  }

  private JsonNode newOrParkedCart() {
    Optional<String> parked = random.nextInt(100) < 30 ? day.takeParked() : Optional.empty();
    return parked
        .map(id -> change(id, "/retrieve", "").orElseGet(() -> look(id)))
        .orElseGet(this::newCart);
  }

  private JsonNode newCart() {
    Answer answer = connection.ask("POST", "/carts", "{}").answer();
    JsonNode id = answer.data().path("cartId");
    if (answer.status() != 201 || !id.isTextual()) {
      throw new AssertionError("terminal " + terminalNo + ": no new cart: " + answer);
    }
    return look(id.textValue());
  }

  /** A single line of an untaxed item, of which pieces can be returned at a price known here. */
  private JsonNode plainCart() {
    JsonNode cart = newCart();
    String entry = "[{\"itemCode\":\"E\",\"quantity\":%d}]".formatted(2 + random.nextInt(4));
    return change(id(cart), "/lineItems", entry).orElse(cart);
  }

  private Optional<JsonNode> enter(JsonNode cart) {
    int lines = cart.path("lineItems").size();
    int chance = random.nextInt(100);
    if (lines == 0 || chance < 45) {
      return random.nextInt(100) < COLLEAGUE_PERCENT
          ? enterTogether(cart)
          : step(cart, "POST", "/lineItems", entries());
    }
    if (chance < 75) {
      return edit(cart, "/lineItems/" + (1 + random.nextInt(lines)));
    }
    if (chance < 78) {
      return step(cart, "POST", "/park", "{\"note\":\"later\"}");
    }
    if (chance < 80) {
      return Optional.empty();
    }
    return chance < 83 ? checkout.close(cart, Closing.CANCEL) : toPayment(cart);
  }

  /** What either was told is in the cart remains there. */
  private Optional<JsonNode> enterTogether(JsonNode cart) {
    String path = "/carts/" + id(cart) + "/lineItems";
    String entry = "[{\"itemCode\":\"A\",\"quantity\":1}]";
    ConcurrentCashier colleague = ConcurrentCashier.asking(day, random, path, entry);
    boolean entered =
        connection.once("POST", path, entry).filter(a -> a.status() < 300).isPresent();
    int both = (entered ? 1 : 0) + (colleague.isDone() ? 1 : 0);
    note(cart).has(cart.path("lineItems").size() + both);
    day.figures().count(both == 2 ? "changes at the same time" : "changes in the way of others");
    return Optional.of(look(id(cart)));
  }

  private Optional<JsonNode> edit(JsonNode cart, String lineItem) {
    return switch (random.nextInt(4)) {
      case 0 ->
          step(
              cart,
              "PATCH",
              lineItem + "/quantity",
              "{\"quantity\":%d}".formatted(1 + random.nextInt(5)));
      case 1 ->
          step(
              cart,
              "PATCH",
              lineItem + "/unitPrice",
              "{\"unitPrice\":%d}".formatted(50 + random.nextInt(200)));
      case 2 -> step(cart, "POST", lineItem + "/cancel", "");
      default -> step(cart, "POST", lineItem + "/discounts", discount());
    };
  }

  private Optional<JsonNode> toPayment(JsonNode cart) {
    return step(cart, "POST", "/subtotal", "");
  }

  private Optional<JsonNode> pay(JsonNode cart) {
    int balance = cart.path("balanceAmount").decimalValue().intValueExact();
    int chance = random.nextInt(100);
    if (balance == 0) {
      return checkout.close(cart, chance < 3 ? Closing.CANCEL : Closing.BILL);
    }
    if (chance < 8) {
      return step(cart, "POST", "/discounts", discount());
    }
    if (chance < 11) {
      return step(cart, "POST", "/resume-item-entry", "");
    }
    if (chance < 15) {
      return checkout.close(cart, Closing.BILL);
    }
    return chance < 40
        ? tender(cart, "11", 1 + random.nextInt(balance))
        : tender(cart, "01", balance + (chance < 70 ? random.nextInt(1_000) : 0));
  }

  private Optional<JsonNode> tender(JsonNode cart, String code, int amount) {
    return step(
        cart,
        "POST",
        "/payments",
        "[{\"paymentCode\":\"%s\",\"amount\":%d}]".formatted(code, amount));
  }

  private Optional<JsonNode> leaveParked(JsonNode cart) {
    day.figures().count("parked carts");
    day.park(id(cart));
    return Optional.empty();
  }

  private Optional<JsonNode> step(JsonNode cart, String method, String path, String body) {
    String id = id(cart);
    Optional<Answer> answer = connection.once(method, "/carts/" + id + path, body);
    return Optional.of(
        answer.filter(heard -> heard.status() < 300).map(Answer::data).orElseGet(() -> look(id)));
  }

  private Optional<JsonNode> change(String id, String path, String body) {
    return connection
        .once("POST", "/carts/" + id + path, body)
        .filter(answer -> answer.status() < 300)
        .map(Answer::data);
  }

  private JsonNode look(String id) {
    Answer answer = connection.ask("GET", "/carts/" + id, "").answer();
    if (answer.status() != 200) {
      throw new AssertionError("cart " + id + " was made and is gone: " + answer);
    }
    return answer.data();
  }

  private String entries() {
    String first = ITEMS.get(random.nextInt(ITEMS.size()));
    String second = ITEMS.get(random.nextInt(ITEMS.size()));
    String entry = "{\"itemCode\":\"%s\",\"quantity\":%d}";
    return random.nextInt(3) == 0
        ? "[" + entry.formatted(first, 1) + "," + entry.formatted(second, 2) + "]"
        : "[" + entry.formatted(first, 1 + random.nextInt(3)) + "]";
  }

  private String discount() {
    return random.nextBoolean()
        ? "[{\"discountType\":\"DiscountAmount\",\"discountValue\":%d}]"
            .formatted(1 + random.nextInt(150))
        : "[{\"discountType\":\"DiscountPercentage\",\"discountValue\":%d}]"
            .formatted(1 + random.nextInt(30));
  }

  private CartRecord note(JsonNode cart) {
    return day.history().cart(id(cart));
  }

  private static String id(JsonNode cart) {
    return cart.path("cartId").textValue();
  }

  private static boolean isParked(JsonNode cart) {
    return !cart.path("parked").isMissingNode() && !cart.path("parked").isNull();
  }
}
