package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Taking money, tender by tender. Cash may exceed what is left to pay and gives change; nothing
 * else may.
 */
final class Tendering {

  private Tendering() {}

  static Cart take(Cart cart, List<Tender> tenders, Map<String, PaymentMethod> methods) {
    List<Payment> payments = new ArrayList<>(cart.payments());
    Money balance = cart.balance();
    for (Tender tender : tenders) {
      if (!balance.isPositive()) {
        throw new Refused(Refusal.BALANCE_ZERO, "The balance is already 0, cart_id: " + cart.id());
      }
      Payment payment = payment(payments.size() + 1, tender, balance, methods);
      payments.add(payment);
      balance = balance.minus(payment.amount());
    }
    return cart.change().payments(payments).make();
  }

  private static Payment payment(
      int paymentNo, Tender tender, Money balance, Map<String, PaymentMethod> methods) {
    PaymentMethod method = methods.get(tender.paymentCode());
    if (method == null) {
      throw new Refused(
          Refusal.PAYMENT_METHOD_UNKNOWN, "No payment method: " + tender.paymentCode());
    }
    if (method.kind() != PaymentKind.CASH && tender.amount().isGreaterThan(balance)) {
      throw new Refused(
          Refusal.DEPOSIT_EXCEEDS_BALANCE,
          "Deposit " + tender.amount() + " over the balance (expected: <= " + balance + ")");
    }
    return new Payment(
        paymentNo,
        tender.paymentCode(),
        method.kind(),
        method.description(),
        tender.amount(),
        tender.amount().min(balance),
        tender.detail());
  }
}
