package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.pricing.Calculation;
import java.math.BigDecimal;
import java.util.List;

/**
 * Manual discounts. Each call replaces all previous ones of the same line or of the subtotal, and
 * is checked against the amount owed without them; an empty list removes them.
 */
public final class Discounting {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Calculation calculation;
  private final TillLimits limits;

  public Discounting(Calculation calculation, TillLimits limits) {
    this.calculation = calculation;
    this.limits = limits;
  }

  /** The same rules with running promotions. */
  public Discounting during(List<Promotion> running) {
    return new Discounting(calculation.during(running), limits);
  }

  /**
   * Checks the bounds of entries before the cart is read.
   *
   * @throws Refused with {@link Refusal#INVALID_INPUT} if a value is negative or out of bounds
   */
  public void checkEntries(List<DiscountEntry> entries) {
    limits.checkEntries(InputPlace.WHOLE, entries.size());
    for (int i = 0; i < entries.size(); i++) {
      limits.checkDiscountValue(valueOf(i), entries.get(i).value());
    }
  }

  /**
   * Replaces the discounts of a line, including those of promotions; the running promotions are
   * then granted again, after the new discounts.
   *
   * @throws Refused with {@link Refusal#INVALID_VALUE} if a percentage exceeds 100, with {@link
   *     Refusal#DISCOUNT_EXCEEDS_LINE} if the amounts exceed the line
   */
  public Cart discountLine(Cart cart, int lineNo, List<DiscountEntry> entries) {
    CartEvent.DISCOUNT_LINE.check(cart);
    LineItem line = Till.line(cart, lineNo);
    if (line.item().discountRestricted()) {
      throw new Refused(
          Refusal.DISCOUNT_RESTRICTED,
          "Discount restricted: ",
          Subject.item(line.item().itemCode()));
    }
    checkPercentages(entries);
    LineItem discounted =
        line.withDiscounts(line.amount(), entries.stream().map(DiscountEntry::pending).toList());
    return Till.checkedBalance(calculation.recalculate(cart.change().line(discounted).make()));
  }

  /**
   * Replaces the discounts of the subtotal.
   *
   * @throws Refused with {@link Refusal#INVALID_VALUE} if a percentage exceeds 100, with {@link
   *     Refusal#DISCOUNT_EXCEEDS_BALANCE} if the discounts exceed the balance due
   */
  public Cart discountSubtotal(Cart cart, List<DiscountEntry> entries) {
    CartEvent.DISCOUNT_SUBTOTAL.check(cart);
    checkPercentages(entries);
    Cart without = calculation.recalculate(cart.change().subtotalDiscounts(List.of()).make());
    Money amounts =
        entries.stream()
            .filter(entry -> entry.type() == DiscountType.AMOUNT)
            .map(entry -> new Money(entry.value()))
            .reduce(Money.ZERO, Money::plus);
    checkBalance(amounts, without.balanceDue());
    Cart discounted =
        calculation.recalculate(
            without
                .change()
                .subtotalDiscounts(entries.stream().map(DiscountEntry::pending).toList())
                .make());
    checkBalance(Money.ZERO, discounted.balanceDue());
    return discounted;
  }

  private static void checkPercentages(List<DiscountEntry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      DiscountEntry entry = entries.get(i);
      if (entry.type() == DiscountType.PERCENTAGE && entry.value().compareTo(HUNDRED) > 0) {
        throw Refused.at(valueOf(i), Refusal.INVALID_VALUE, entry.value(), " (expected: 0..100)");
      }
    }
  }

  private static InputPlace valueOf(int entry) {
    return InputPlace.WHOLE.entry(entry).then(InputField.DISCOUNT_VALUE);
  }

  private static void checkBalance(Money discount, Money balance) {
    if (discount.isGreaterThan(balance)) {
      throw new Refused(
          Refusal.DISCOUNT_EXCEEDS_BALANCE,
          "The discount exceeds what is left to pay: " + discount + " of " + balance);
    }
  }
}
