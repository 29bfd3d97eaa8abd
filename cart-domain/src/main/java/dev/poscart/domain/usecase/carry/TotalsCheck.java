package dev.poscart.domain.usecase.carry;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CarriedTotals;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.pricing.Calculation;
import java.util.Optional;

/**
 * Notices a cart that was calculated by other rules. Another program with the keys, kugelpos's cart
 * service for one, may round or discount in another way; the customer was told its totals, and a
 * change made here may give others.
 */
public final class TotalsCheck {

  private final Calculation calculation;

  public TotalsCheck(Calculation calculation) {
    this.calculation = calculation;
  }

  /** How the totals that a snapshot states differ from those of the rules; empty if they do not. */
  Optional<String> difference(CarriedCart presented) {
    return presented.stated().flatMap(stated -> difference(presented, stated));
  }

  private Optional<String> difference(CarriedCart presented, CarriedTotals stated) {
    try {
      CarriedTotals calculated = CarriedTotals.of(calculation.recalculate(presented.cart()));
      return calculated.equals(stated)
          ? Optional.empty()
          : Optional.of("presented " + stated + ", calculated " + calculated);
    } catch (Refused e) {
      // The change is refused for the same reason, and says it.
      return Optional.empty();
    }
  }
}
