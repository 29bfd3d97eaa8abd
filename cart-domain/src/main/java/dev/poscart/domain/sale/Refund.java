package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import java.util.List;

/**
 * The payments of a void or a return.
 *
 * @param cashRounding how much more (or, if negative, less) than the amount owed is refunded
 *     because cash is rounded
 */
record Refund(List<Payment> payments, Money cashRounding) {

  Refund {
    payments = List.copyOf(payments);
  }
}
