package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentMethod;
import java.util.Optional;

/** What decides how tenders of a payment method behave. */
public enum TenderRules {
  /** Its kind only, as in kugelpos; its flags are ignored. */
  KIND,
  /** Its flags, whose defaults depend on its kind. */
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
