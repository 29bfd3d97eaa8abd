package dev.poscart.domain.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.pricing.DiscountRounding;
import dev.poscart.domain.pricing.PricingRules;
import dev.poscart.domain.pricing.SlowCalculation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The random checks would also hold for a till that refuses everything, so the outcomes are
 * counted.
 */
class RandomTillReachTest {

  private static final int KEYS = 40;

  @Test
  void randomInput_reachesAllIntendedStates() {
    Set<String> reached = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      RandomTill till = new RandomTill(seed);
      for (int key = 0; key < KEYS; key++) {
        Cart cart = till.press();
        note(cart, reached);
        notePromotions(cart, till.running(), reached);
        noteRounding(cart, till.rules(), reached);
        notePayments(cart, till.refused(), reached);
      }
    }
    assertThat(reached)
        .contains("paid", "change", "two discounts", "shares", "external tax", "cancelled line")
        .contains("promotion", "promotion behind a discount by hand", "promotion that ended")
        .contains("promotion while paying", "promotion left off")
        .contains("fraction", "restricted line beside a discount", "paid while entering")
        .contains("rounded per PIECE", "rounded per LINE")
        .contains("voucher kept", "change for a voucher", "rounded up", "rounded down")
        .contains("comes to no cash", "card beside rounded cash", "cash refused in fractions");
  }

  private static void note(Cart cart, Set<String> reached) {
    note(reached, "paid", !cart.payments().isEmpty() && cart.balanceDue().isZero());
    note(reached, "change", cart.changeDue().isPositive());
    note(reached, "two discounts", cart.subtotalDiscounts().size() == 2);
    note(
        reached, "shares", cart.lines().stream().filter(l -> !l.allocated().isEmpty()).count() > 2);
    note(reached, "external tax", cart.externalTax().isPositive());
    note(reached, "cancelled line", cart.lines().stream().anyMatch(LineItem::cancelled));
    note(reached, "fraction", cart.total().amount().scale() == 2);
    note(
        reached,
        "restricted line beside a discount",
        cart.subtotalDiscountTotal().isPositive()
            && cart.liveLines().stream().anyMatch(l -> l.item().discountRestricted()));
    note(
        reached,
        "paid while entering",
        cart.status() == CartStatus.ENTERING_ITEM && !cart.payments().isEmpty());
  }

  private static void notePromotions(Cart cart, List<Promotion> running, Set<String> reached) {
    Set<String> codes = new HashSet<>(running.stream().map(Promotion::promotionCode).toList());
    for (LineItem line : cart.liveLines()) {
      List<String> given =
          line.discounts().stream()
              .flatMap(d -> d.promotion().stream())
              .map(p -> p.code())
              .toList();
      note(reached, "promotion", !given.isEmpty());
      note(
          reached,
          "promotion behind a discount by hand",
          !given.isEmpty() && line.discounts().size() > 1);
      note(reached, "promotion that ended", !given.isEmpty() && !codes.containsAll(given));
      note(
          reached,
          "promotion while paying",
          !given.isEmpty() && cart.status() == CartStatus.PAYING);
      note(
          reached,
          "promotion left off",
          given.isEmpty()
              && !line.item().discountRestricted()
              && line.discounts().stream().anyMatch(d -> d.type() == DiscountType.AMOUNT)
              && running.stream()
                  .anyMatch(p -> p.targetCategoryCodes().contains(line.item().categoryCode())));
    }
  }

  /** Only a line of several pieces shows whether percentages are rounded per piece or per line. */
  private static void noteRounding(Cart cart, PricingRules rules, Set<String> reached) {
    DiscountRounding.Unit[] units = DiscountRounding.Unit.values();
    long results =
        Arrays.stream(units).map(unit -> SlowCalculation.of(cart, unit).total()).distinct().count();
    note(reached, "rounded per " + rules.discountRounding().unit(), results == units.length);
  }

  private static void notePayments(Cart cart, Optional<Refusal> refused, Set<String> reached) {
    List<Payment> payments = cart.payments();
    Money rounding = cart.cashRoundingDifference();
    note(reached, "voucher kept", payments.stream().anyMatch(p -> p.surplus().isPositive()));
    note(
        reached,
        "change for a voucher",
        payments.stream().anyMatch(p -> !p.kind().isCash() && p.changeDue().isPositive()));
    note(reached, "rounded up", rounding.isPositive());
    note(reached, "rounded down", rounding.isNegative());
    note(reached, "comes to no cash", cart.balanceDue().isPositive() && cart.cashDue().isZero());
    note(
        reached,
        "card beside rounded cash",
        !rounding.isZero() && payments.stream().anyMatch(p -> p.kind() == PaymentKind.CASHLESS));
    note(reached, "cash refused in fractions", refused.equals(Optional.of(Refusal.CASH_NOT_WHOLE)));
  }

  private static void note(Set<String> reached, String what, boolean isReached) {
    if (isReached) {
      reached.add(what);
    }
  }
}
