package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.usecase.report.StoreReport;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One request of one terminal, and its outcome as far as the terminal knows. */
final class Attempt {

  private final int number;
  private final Terminal presented;
  private final Operation operation;
  private final Optional<ChangeId> key;
  private final long from;
  private Outcome<?> outcome = new Outcome.Unknown<>("still waiting");
  private long until = Long.MAX_VALUE;

  /**
   * Begins.
   *
   * @param presented the terminal as it identifies itself
   */
  Attempt(int number, Terminal presented, Operation operation, Optional<ChangeId> key, long from) {
    this.number = number;
    this.presented = presented;
    this.operation = operation;
    this.key = key;
    this.from = from;
  }

  /** All attempts at one request as one, which started with the first and ended with one answer. */
  static Attempt merged(List<Attempt> attempts) {
    Attempt first = attempts.get(0);
    Attempt decisive =
        attempts.stream()
            .filter(Attempt::isDone)
            .min(Comparator.comparingLong(Attempt::until))
            .or(() -> attempts.stream().filter(Attempt::mayBeDone).findFirst())
            .orElse(attempts.get(attempts.size() - 1));
    Attempt all =
        new Attempt(first.number, first.presented, first.operation, first.key, first.from);
    all.outcome = decisive.outcome;
    all.until = decisive.until;
    return all;
  }

  void end(Outcome<?> told, long now) {
    outcome = told;
    // An attempt with an unknown outcome may take effect at any time after its start.
    until = told instanceof Outcome.Unknown ? Long.MAX_VALUE : now;
  }

  Optional<ChangeId> key() {
    return key;
  }

  TerminalKey terminal() {
    return presented.key();
  }

  Terminal presented() {
    return presented;
  }

  Operation operation() {
    return operation;
  }

  Outcome<?> outcome() {
    return outcome;
  }

  boolean isDone() {
    return outcome instanceof Outcome.Done;
  }

  /** Whether the service may have done it, now or later. */
  boolean mayBeDone() {
    return isDone() || outcome instanceof Outcome.Unknown;
  }

  /** Whether it was over before the other began. */
  boolean isBefore(Attempt other) {
    return until <= other.from;
  }

  long from() {
    return from;
  }

  long until() {
    return until;
  }

  /** The answered cart. */
  Optional<Versioned<Cart>> cart() {
    if (outcome instanceof Outcome.Done<?> done
        && done.answer() instanceof Versioned<?> answer
        && answer.value() instanceof Cart cart) {
      return Optional.of(new Versioned<>(cart, answer.version()));
    }
    return Optional.empty();
  }

  /** The answered transaction. */
  Optional<Transaction> transaction() {
    return outcome instanceof Outcome.Done<?> done && done.answer() instanceof Transaction answer
        ? Optional.of(answer)
        : Optional.empty();
  }

  /** The answered entry of the desk. */
  Optional<DeskEntry> entry() {
    return outcome instanceof Outcome.Done<?> done && done.answer() instanceof DeskEntry answer
        ? Optional.of(answer)
        : Optional.empty();
  }

  /** The answered report. */
  Optional<StoreReport> report() {
    return outcome instanceof Outcome.Done<?> done && done.answer() instanceof StoreReport answer
        ? Optional.of(answer)
        : Optional.empty();
  }

  /** The cart that was made. */
  Optional<CartId> created() {
    return outcome instanceof Outcome.Done<?> done && done.answer() instanceof CartId answer
        ? Optional.of(answer)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "attempt "
        + number
        + " of "
        + terminal().terminalId()
        + " "
        + operation
        + " -> "
        + outcome;
  }
}
