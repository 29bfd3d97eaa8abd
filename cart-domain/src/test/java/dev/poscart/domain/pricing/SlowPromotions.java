package dev.poscart.domain.pricing;

import static dev.poscart.domain.pricing.SlowCalculation.hundredths;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Discount.PromotionReference;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Promotion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The discounts that each line must have after an input, derived line by line from the previous
 * state.
 */
public final class SlowPromotions {

  private SlowPromotions() {}

  /**
   * The discounts of all lines as promotion code (none: by hand) and value.
   *
   * @param discounted the line whose discounts the input replaced
   */
  public static List<List<String>> expected(
      Cart before,
      Cart after,
      List<Promotion> running,
      Optional<Integer> discounted,
      DiscountRounding.Unit unit) {
    List<LineItem> kept = new ArrayList<>();
    List<LineItem> promoted = new ArrayList<>();
    for (LineItem line : after.lines()) {
      LineItem base = base(line, before, discounted);
      kept.add(base);
      promoted.add(promoted(base, running, unit));
    }
    if (before.status() == CartStatus.PAYING && after.status() == CartStatus.PAYING) {
      return told(kept);
    }
    BigInteger owed =
        SlowCalculation.of(after.change().lines(promoted).make(), unit).totalWithTax();
    return told(owed.compareTo(paidBefore(before, after)) < 0 ? kept : promoted);
  }

  /** The discounts of all lines of a cart, in the same form. */
  public static List<List<String>> told(List<LineItem> lines) {
    return lines.stream()
        .map(line -> line.discounts().stream().map(SlowPromotions::told).toList())
        .toList();
  }

  private static String told(Discount discount) {
    return discount.promotion().map(PromotionReference::code).orElse("by hand")
        + " "
        + discount.value();
  }

  /** The manual discounts, followed by earlier promotions. */
  private static LineItem base(LineItem line, Cart before, Optional<Integer> discounted) {
    List<Discount> discounts = new ArrayList<>();
    for (Discount discount : line.discounts()) {
      if (discount.promotion().isEmpty()) {
        discounts.add(discount);
      }
    }
    if (line.lineNo() <= before.lines().size() && !discounted.equals(Optional.of(line.lineNo()))) {
      for (Discount discount : before.lines().get(line.lineNo() - 1).discounts()) {
        if (discount.promotion().isPresent()) {
          discounts.add(discount);
        }
      }
    }
    return line.withDiscounts(line.amount(), discounts);
  }

  private static LineItem promoted(
      LineItem line, List<Promotion> running, DiscountRounding.Unit unit) {
    Optional<Promotion> best = Optional.empty();
    for (Promotion promotion : running) {
      boolean meant = promotion.targetCategoryCodes().contains(line.item().categoryCode());
      if (meant && best.stream().noneMatch(b -> isAtLeast(b, promotion))) {
        best = Optional.of(promotion);
      }
    }
    boolean has = line.discounts().stream().anyMatch(d -> d.promotion().isPresent());
    if (line.cancelled() || line.item().discountRestricted() || has || best.isEmpty()) {
      return line;
    }
    List<Discount> discounts = new ArrayList<>(line.discounts());
    discounts.add(
        new Discount(
            DiscountType.PERCENTAGE,
            best.get().discountRate(),
            Money.ZERO,
            Optional.empty(),
            Optional.of(new PromotionReference(best.get().promotionCode(), "any"))));
    LineItem promoted = line.withDiscounts(line.amount(), discounts);
    return SlowCalculation.lineAmount(promoted, unit).signum() < 0 ? line : promoted;
  }

  private static boolean isAtLeast(Promotion one, Promotion other) {
    return hundredths(one.discountRate()).compareTo(hundredths(other.discountRate())) >= 0;
  }

  /** Tenders remain during item entry; resuming item entry drops them first. */
  private static BigInteger paidBefore(Cart before, Cart after) {
    BigInteger paid = BigInteger.ZERO;
    if (!after.payments().isEmpty()) {
      for (Payment payment : before.payments()) {
        paid = paid.add(hundredths(payment.amount().amount()));
      }
    }
    return paid;
  }
}
