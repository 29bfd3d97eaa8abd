package dev.poscart.domain.report;

import dev.poscart.domain.model.Money;
import java.util.Optional;

/**
 * The cash of one or more sessions.
 *
 * @param takings what transactions put into the drawer, less what they paid out
 * @param cashIn cash put in, the floats included
 * @param cashOut cash taken out; its amount is not positive
 * @param counted what was counted at closing; empty if a session is open or was closed without a
 *     count
 */
public record Drawer(Money takings, Tally cashIn, Tally cashOut, Optional<Money> counted) {

  /** No session at all: nothing to count. */
  public static final Drawer NONE =
      new Drawer(Money.ZERO, Tally.ZERO, Tally.ZERO, Optional.of(Money.ZERO));

  public Drawer plus(Drawer other) {
    return new Drawer(
        takings.plus(other.takings),
        cashIn.plus(other.cashIn),
        cashOut.plus(other.cashOut),
        counted.flatMap(mine -> other.counted.map(mine::plus)));
  }

  /** What should be in the drawer. */
  public Money expected() {
    return takings.plus(cashIn.amount()).plus(cashOut.amount());
  }

  /** Counted less expected: negative if cash is missing; empty if not counted. */
  public Optional<Money> difference() {
    return counted.map(amount -> amount.minus(expected()));
  }
}
