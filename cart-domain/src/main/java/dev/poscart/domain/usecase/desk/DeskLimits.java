package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.Optional;

/** Bounds the amounts that are entered at the desk. */
final class DeskLimits {

  private final Money max;

  DeskLimits(Money max) {
    this.max = max;
  }

  /** Refuses a negative float or count. */
  void checkDrawer(InputField field, Optional<Money> amount) {
    amount
        .filter(given -> given.isNegative() || isUnpayable(given))
        .ifPresent(given -> refuse(field, given, "0"));
  }

  /** Refuses a movement of no cash. */
  void checkMovement(Money amount) {
    if (!amount.isPositive() || isUnpayable(amount)) {
      refuse(InputField.AMOUNT, amount, "more than 0");
    }
  }

  private boolean isUnpayable(Money amount) {
    return amount.isGreaterThan(max) || !amount.isPayable();
  }

  private void refuse(InputField field, Money given, String least) {
    throw Refused.at(
        InputPlace.of(field),
        Refusal.INVALID_INPUT,
        given,
        " (expected: " + least + ".." + max + ", at most " + Money.MAX_DECIMALS + " decimals)");
  }
}
