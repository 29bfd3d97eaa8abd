package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.app.crash.CartNote.Closing;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** The end of a cart: a closing whose answer is lost is repeated, half of them under a key. */
final class Checkout {

  private static final int WALK_AWAY_PERCENT = 25;

  /** How often somebody else is at the same cart in the same moment. */
  private static final int COLLEAGUE_PERCENT = 10;

  private final Day day;
  private final Line line;
  private final int terminalNo;
  private final Random random;
  private final Function<String, JsonNode> look;

  /**
   * Composes.
   *
   * @param look shows a cart as it is
   */
  Checkout(Day day, Line line, int terminalNo, Random random, Function<String, JsonNode> look) {
    this.day = day;
    this.line = line;
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
    CartNote note = day.notebook().cart(id);
    String path = "/carts/" + id + (how == Closing.BILL ? "/bill" : "/cancel");
    boolean keyed = random.nextBoolean();
    String key = id + "-" + how + "-" + random.nextLong();
    Optional<Colleague> colleague = resuming(id, how);
    Optional<Answer> first = keyed ? line.once(key, "POST", path, "") : line.once("POST", path, "");
    colleague.ifPresent(Colleague::isDone);
    if (first.isEmpty()) {
      note.mayBe(how);
      if (random.nextInt(100) < WALK_AWAY_PERCENT) {
        day.figures().count("customers who walked away");
        return Optional.empty();
      }
    }
    Answer answer =
        first.orElseGet(
            () -> (keyed ? line.ask(key, "POST", path, "") : line.ask("POST", path, "")).answer());
    day.figures().count(keyed && first.isEmpty() ? "closings repeated by key" : "closings");
    if (answer.status() < 300) {
      closed(note, how, answer.data());
      return Optional.empty();
    }
    JsonNode now = look.apply(id);
    if (isClosed(now)) {
      if (keyed) {
        throw new AssertionError("cart " + id + " was closed, but not by its key: " + answer);
      }
      closed(
          note,
          now.path("cartStatus").textValue().equals("Completed") ? Closing.BILL : Closing.CANCEL,
          now);
      return Optional.empty();
    }
    day.figures().count("closings refused");
    return Optional.of(now);
  }

  /** Sometimes somebody goes on with a cart in the moment in which it is billed. */
  private Optional<Colleague> resuming(String id, Closing how) {
    return how == Closing.BILL && random.nextInt(100) < COLLEAGUE_PERCENT
        ? Optional.of(Colleague.asking(day, random, "/carts/" + id + "/resume-item-entry", ""))
        : Optional.empty();
  }

  private void closed(CartNote note, Closing how, JsonNode answer) {
    if (!note.canBe(how) && !isClosed(answer)) {
      throw new AssertionError("cart " + note.id() + " is closed in another way: " + answer);
    }
    Notebook.Told told = new Notebook.Told(terminalNo, answer);
    note.closed(how, told);
    if (how == Closing.BILL) {
      day.notebook().sold(told);
    }
    day.figures().count(how == Closing.BILL ? "sales" : "cancelled sales");
  }

  private static boolean isClosed(JsonNode cart) {
    String status = cart.path("cartStatus").textValue();
    return status.equals("Completed") || status.equals("Cancelled");
  }
}
