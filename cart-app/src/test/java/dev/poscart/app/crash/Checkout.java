package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.app.crash.CartRecord.Closing;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** The closing of a cart: if its answer is lost it is repeated, half of the time with a key. */
final class Checkout {

  private static final int WALK_AWAY_PERCENT = 25;

  /** How often another terminal works on the same cart concurrently. */
  private static final int COLLEAGUE_PERCENT = 10;

  /** A closing, with the idempotency key that it carries, if any. */
  private record Request(String path, Optional<String> key) {}

  private final TradingDay day;
  private final TerminalConnection connection;
  private final int terminalNo;
  private final Random random;
  private final Function<String, JsonNode> look;

  /**
   * @param look reads a cart by its id
   */
  Checkout(
      TradingDay day,
      TerminalConnection connection,
      int terminalNo,
      Random random,
      Function<String, JsonNode> look) {
    this.day = day;
    this.connection = connection;
    this.terminalNo = terminalNo;
    this.random = random;
    this.look = look;
  }

  /**
   * Repeats until the outcome is known, unless the customer walks away before that.
   *
   * @return the cart, if it is still open
   */
  Optional<JsonNode> close(JsonNode cart, Closing how) {
    String id = cart.path("cartId").textValue();
    CartRecord record = day.history().cart(id);
    Request request = request(id, how);
    Optional<ConcurrentCashier> colleague = resuming(id, how);
    Optional<Answer> first = once(request);
    colleague.ifPresent(ConcurrentCashier::isDone);
    if (first.isEmpty()) {
      record.mayBe(how);
      if (random.nextInt(100) < WALK_AWAY_PERCENT) {
        day.figures().count("customers who walked away");
        return Optional.empty();
      }
    }
    Answer answer = first.orElseGet(() -> repeated(request));
    boolean repeatedByKey = first.isEmpty() && request.key().isPresent();
    day.figures().count(repeatedByKey ? "closings repeated by key" : "closings");
    if (answer.status() < 300) {
      closed(record, how, answer.data());
      return Optional.empty();
    }
    return refused(record, request, answer);
  }

  private Request request(String cartId, Closing how) {
    boolean keyed = random.nextBoolean();
    String key = cartId + "-" + how + "-" + random.nextLong();
    return new Request(
        "/carts/" + cartId + (how == Closing.BILL ? "/bill" : "/cancel"),
        keyed ? Optional.of(key) : Optional.empty());
  }

  private Optional<Answer> once(Request request) {
    return request
        .key()
        .map(key -> connection.once(key, "POST", request.path(), ""))
        .orElseGet(() -> connection.once("POST", request.path(), ""));
  }

  private Answer repeated(Request request) {
    return request
        .key()
        .map(key -> connection.ask(key, "POST", request.path(), ""))
        .orElseGet(() -> connection.ask("POST", request.path(), ""))
        .answer();
  }

  private Optional<JsonNode> refused(CartRecord record, Request request, Answer answer) {
    JsonNode now = look.apply(record.id());
    if (!isClosed(now)) {
      day.figures().count("closings refused");
      return Optional.of(now);
    }
    if (request.key().isPresent()) {
      throw new AssertionError(
          "cart " + record.id() + " was closed, but not by its key: " + answer);
    }
    boolean billed = now.path("cartStatus").textValue().equals("Completed");
    closed(record, billed ? Closing.BILL : Closing.CANCEL, now);
    return Optional.empty();
  }

  /** Occasionally another terminal resumes item entry during the bill. */
  private Optional<ConcurrentCashier> resuming(String id, Closing how) {
    return how == Closing.BILL && random.nextInt(100) < COLLEAGUE_PERCENT
        ? Optional.of(
            ConcurrentCashier.asking(day, random, "/carts/" + id + "/resume-item-entry", ""))
        : Optional.empty();
  }

  private void closed(CartRecord record, Closing how, JsonNode answer) {
    if (!record.canBe(how) && !isClosed(answer)) {
      throw new AssertionError("cart " + record.id() + " is closed in another way: " + answer);
    }
    History.KnownTransaction told = new History.KnownTransaction(terminalNo, answer);
    record.closed(how, told);
    if (how == Closing.BILL) {
      day.history().sold(told);
    }
    day.figures().count(how == Closing.BILL ? "sales" : "cancelled sales");
  }

  private static boolean isClosed(JsonNode cart) {
    String status = cart.path("cartStatus").textValue();
    return status.equals("Completed") || status.equals("Cancelled");
  }
}
