package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Applies tenders to a cart, one by one. */
final class Tendering {

  private final TenderRules rules;
  private final Map<String, PaymentMethod> methods;

  Tendering(TenderRules rules, Map<String, PaymentMethod> methods) {
    this.rules = rules;
    this.methods = methods;
  }

  /** The cart with all of these tenders. */
  Cart take(Cart cart, List<Tender> tenders) {
    Cart paid = cart;
    for (Tender tender : tenders) {
      paid = take(paid, tender);
    }
    return paid;
  }

  private Cart take(Cart cart, Tender tender) {
    if (!cart.balanceDue().isPositive()) {
      throw new Refused(
          Refusal.BALANCE_ZERO, "The balance is already 0, ", Subject.cart(cart.id()));
    }
    PaymentMethod method = methods.get(tender.paymentCode());
    if (method == null) {
      throw new Refused(
          Refusal.PAYMENT_METHOD_UNKNOWN, "No payment method: " + tender.paymentCode());
    }
    TenderBehaviour behaviour = rules.behaviourOf(method);
    behaviour.checkTaken(tender);
    Settlement settlement =
        method.kind().isCash()
            ? Settlement.inCash(cart, tender.amount(), behaviour.overTender())
            : Settlement.withoutCash(cart, tender.amount(), behaviour.overTender());
    List<Payment> payments = new ArrayList<>(cart.payments());
    payments.add(payment(payments.size() + 1, tender, method, settlement));
    return cart.change().payments(payments).make();
  }

  private static Payment payment(
      int paymentNo, Tender tender, PaymentMethod method, Settlement settlement) {
    return new Payment(
        paymentNo,
        tender.paymentCode(),
        method.kind(),
        method.description(),
        tender.amount(),
        settlement.amount(),
        settlement.surplus(),
        settlement.cashRounding(),
        tender.detail());
  }
}
