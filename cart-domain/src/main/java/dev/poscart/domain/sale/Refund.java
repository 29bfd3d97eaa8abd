package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import java.util.List;

/**
 * The money of a void or a return.
 *
 * @param cashRounding what is paid back more than is owed, or if negative less, because cash is
 *     rounded
 */
record Refund(List<Payment> payments, Money cashRounding) {

  Refund {
    payments = List.copyOf(payments);
  }
}
