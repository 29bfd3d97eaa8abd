package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Taking money, tender by tender. */
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
    if (!cart.balance().isPositive()) {
      throw new Refused(Refusal.BALANCE_ZERO, "The balance is already 0, cart_id: " + cart.id());
    }
    PaymentMethod method = methods.get(tender.paymentCode());
    if (method == null) {
      throw new Refused(
          Refusal.PAYMENT_METHOD_UNKNOWN, "No payment method: " + tender.paymentCode());
    }
    TenderBehaviour behaviour = rules.behaviourOf(method);
    behaviour.checkTaken(tender);
    List<Payment> payments = new ArrayList<>(cart.payments());
    payments.add(
        new Payment(
            payments.size() + 1,
            tender.paymentCode(),
            method.kind(),
            method.description(),
            tender.amount(),
            tender.amount().min(cart.balance()),
            surplus(tender, behaviour.overTender(), cart.balance()),
            tender.detail()));
    return cart.change().payments(payments).make();
  }

  /** What is kept beyond the balance. */
  private static Money surplus(Tender tender, OverTender overTender, Money balance) {
    if (!tender.amount().isGreaterThan(balance)) {
      return Money.ZERO;
    }
    return switch (overTender) {
      case CHANGE -> Money.ZERO;
      case KEPT -> tender.amount().minus(balance);
      case REFUSED ->
          throw new Refused(
              Refusal.DEPOSIT_EXCEEDS_BALANCE,
              "Deposit " + tender.amount() + " over the balance (expected: <= " + balance + ")");
    };
  }
}
