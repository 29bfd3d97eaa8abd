package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentMethod;
import java.util.Optional;

/** What decides how tenders of a payment method behave. */
public enum TenderRules {
  /** The method's kind alone, as kugelpos does it: its flags count for nothing. */
  KIND,
  /** The method's flags; of its kind they are the defaults. */
  FLAGS;

  TenderBehaviour behaviourOf(PaymentMethod method) {
    return switch (this) {
      case KIND -> new TenderBehaviour(true, Optional.empty(), method.kind().overTender(), true);
      case FLAGS ->
          new TenderBehaviour(
              method.active(),
              Optional.of(method.limitAmount()).filter(Money::isPositive),
              method.overTender(),
              method.canRefund());
    };
  }
}
