package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Explanation.Figure;
import dev.poscart.domain.model.Explanation.Part;
import dev.poscart.domain.model.Explanation.Step;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Explains the amounts of payments and the balance due. */
final class PaymentExplanation {

  private static final String CASH = "half up to whole yen, once for all cash of the cart";

  private PaymentExplanation() {}

  static Part of(Payment payment) {
    List<Step> steps = new ArrayList<>();
    List<Money> off = new ArrayList<>(List.of(payment.changeDue()));
    steps.add(itself(Figure.TENDERED, payment.tenderedAmount()));
    if (!payment.cashRounding().isZero()) {
      steps.add(rounded(Figure.DUE_IN_CASH, payment.amount(), List.of(), payment.settlement()));
    }
    steps.add(itself(Figure.CHANGE, payment.changeDue()));
    if (payment.surplus().isPositive()) {
      off.add(payment.surplus());
      steps.add(itself(Figure.SURPLUS, payment.surplus()));
    }
    if (!payment.cashRounding().isZero()) {
      off.add(payment.cashRounding());
      steps.add(
          Steps.difference(Figure.CASH_ROUNDING, payment.settlement(), List.of(payment.amount())));
    }
    steps.add(Steps.difference(Figure.PAYMENT, payment.tenderedAmount(), off));
    return new Part(payment.paymentNo(), payment.paymentCode(), payment.name(), steps);
  }

  static List<Step> balance(Cart cart) {
    List<Money> settled = new ArrayList<>(cart.payments().stream().map(Payment::amount).toList());
    List<Money> roundings =
        new ArrayList<>(cart.payments().stream().map(Payment::cashRounding).toList());
    if (!cart.letGo().isZero()) {
      settled.add(cart.letGo());
      roundings.add(cart.letGo().negated());
    }
    roundings.removeIf(Money::isZero);
    List<Step> steps = new ArrayList<>();
    steps.add(Steps.difference(Figure.BALANCE, cart.totalWithTax(), settled));
    if (cart.cashRounding() != CashRounding.NONE) {
      steps.add(rounded(Figure.BALANCE_IN_CASH, cart.balanceDue(), roundings, cart.cashDue()));
    }
    if (!roundings.isEmpty()) {
      steps.add(Steps.sum(Figure.CASH_ROUNDING, roundings));
    }
    return steps;
  }

  private static Step itself(Figure figure, Money amount) {
    return Steps.exactly(figure, amount.toString(), amount);
  }

  private static Step rounded(Figure figure, Money from, List<Money> parts, Money result) {
    Step exact = Steps.difference(figure, from, parts);
    return exact.result().equals(result)
        ? exact
        : Steps.rounded(
            figure,
            exact.formula(),
            new Fraction(exact.result().amount(), BigDecimal.ONE),
            CASH,
            result);
  }
}
