package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.app.crash.CartRecord.Closing;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** The end of a cart: a closing whose answer is lost is repeated, half of them under a key. */
final class Checkout {

  private static final int WALK_AWAY_PERCENT = 25;

  /** How often somebody else is at the same cart in the same moment. */
  private static final int COLLEAGUE_PERCENT = 10;

  private final TradingDay day;
  private final TerminalConnection connection;
  private final int terminalNo;
  private final Random random;
  private final Function<String, JsonNode> look;

  /**
   * Composes.
   *
   * @param look shows a cart as it is
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
   * Repeats until it is known what became of it, unless the customer walks away before that.
   *
   * @return the cart, if it is still open
   */
  Optional<JsonNode> close(JsonNode cart, Closing how) {
    String id = cart.path("cartId").textValue();
    CartRecord record = day.history().cart(id);
    String path = "/carts/" + id + (how == Closing.BILL ? "/bill" : "/cancel");
    boolean keyed = random.nextBoolean();
    String key = id + "-" + how + "-" + random.nextLong();
    Optional<ConcurrentCashier> colleague = resuming(id, how);
    Optional<Answer> first =
        keyed ? connection.once(key, "POST", path, "") : connection.once("POST", path, "");
    colleague.ifPresent(ConcurrentCashier::isDone);
    if (first.isEmpty()) {
      record.mayBe(how);
      if (random.nextInt(100) < WALK_AWAY_PERCENT) {
        day.figures().count("customers who walked away");
        return Optional.empty();
      }
    }
    Answer answer =
        first.orElseGet(
            () ->
                (keyed ? connection.ask(key, "POST", path, "") : connection.ask("POST", path, ""))
                    .answer());
    day.figures().count(keyed && first.isEmpty() ? "closings repeated by key" : "closings");
    if (answer.status() < 300) {
      closed(record, how, answer.data());
      return Optional.empty();
    }
    JsonNode now = look.apply(id);
    if (isClosed(now)) {
      if (keyed) {
        throw new AssertionError("cart " + id + " was closed, but not by its key: " + answer);
      }
      closed(
          record,
          now.path("cartStatus").textValue().equals("Completed") ? Closing.BILL : Closing.CANCEL,
          now);
      return Optional.empty();
    }
    day.figures().count("closings refused");
    return Optional.of(now);
  }

  /** Sometimes somebody goes on with a cart in the moment in which it is billed. */
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
