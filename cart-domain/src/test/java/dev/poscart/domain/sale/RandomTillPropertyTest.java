package dev.poscart.domain.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.pricing.Calculation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties that hold after every input. */
@Slow
class RandomTillPropertyTest extends RandomTillFixture {

  @Test
  void calculatingAgain_changesNothing() {
    afterEachKey(
        100, (cart, rules) -> assertThat(new Calculation(rules).recalculate(cart)).isEqualTo(cart));
  }

  @Test
  void nothing_isNegative() {
    afterEachKey(
        100,
        (cart, rules) -> {
          List<Money> figures = new ArrayList<>();
          Collections.addAll(
              figures,
              cart.balanceDue(),
              cart.cashDue(),
              cart.total(),
              cart.discountTotal(),
              cart.changeDue());
          cart.lines().forEach(line -> figures.add(line.amount()));
          cart.lines().forEach(line -> figures.add(line.taxBase()));
          cart.taxes().forEach(tax -> figures.add(tax.amount()));
          cart.payments().forEach(payment -> figures.add(payment.amount()));
          assertThat(figures).noneMatch(Money::isNegative);
        });
  }

  @Test
  void sharesOfADiscount_addUp_andStayOnDiscountableLines() {
    afterEachKey(
        100,
        (cart, rules) -> {
          List<Money> shares = new ArrayList<>();
          for (LineItem line : cart.lines()) {
            line.allocated().stream().map(Discount::amount).forEach(shares::add);
            if (line.cancelled() || line.item().discountRestricted()) {
              assertThat(line.allocated()).isEmpty();
            }
          }
          assertThat(sum(shares)).isEqualTo(cart.subtotalDiscountTotal());
          assertThat(sum(cart.taxes().stream().map(TaxAmount::targetAmount).toList()))
              .isEqualTo(cart.total());
        });
  }

  @Test
  void tenders_neverExceedTheSale_exceptAsChangeSurplusOrRounding() {
    afterEachKey(
        100,
        (cart, rules) -> {
          Money paid = Money.sum(cart.payments(), Payment::amount);
          Money surplus = Money.sum(cart.payments(), Payment::surplus);
          Money rounding = cart.cashRoundingDifference();
          assertThat(paid.isGreaterThan(cart.totalWithTax())).isFalse();
          assertThat(cart.totalWithTax().minus(paid)).isEqualTo(cart.balanceDue());
          assertThat(cart.tenderedAmount())
              .isEqualTo(paid.plus(cart.changeDue()).plus(surplus).plus(rounding));
          assertThat(cart.payments())
              .filteredOn(payment -> payment.kind() == PaymentKind.CASHLESS)
              .allMatch(payment -> payment.tenderedAmount().equals(payment.amount()));
        });
  }

  @Test
  void cashOfWholeYen_isRoundedByAtMostHalfAYen_howeverItIsTendered() {
    afterEachKey(
        300,
        (cart, rules) -> {
          Money rounding = cart.cashRoundingDifference();
          if (cart.cashRounding() == CashRounding.NONE) {
            assertThat(rounding).isEqualTo(Money.ZERO);
            assertThat(cart.cashDue()).isEqualTo(cart.balanceDue());
          } else {
            assertThat(rounding).isBetween(Money.of("-0.5"), Money.of("0.5"));
            assertThat(cart.cashDue().amount().scale()).isZero();
            assertThat(cart.changeDue().amount().scale()).isZero();
            assertThat(cart.payments())
                .filteredOn(payment -> payment.kind() == PaymentKind.CASH)
                .allMatch(payment -> payment.settlement().amount().scale() == 0);
          }
        });
  }

  @Test
  void orderOfEntry_doesNotAffectTotals() {
    Seeds.each(
        100,
        seed -> {
          RandomTill till = new RandomTill(seed);
          for (int key = 0; key < KEYS; key++) {
            Cart cart = till.press();
            if (cart.status() == CartStatus.ENTERING_ITEM) {
              Cart shuffled = new Calculation(till.rules()).recalculate(shuffled(cart, seed));
              assertThat(shuffled.totalWithTax()).isEqualTo(cart.totalWithTax());
              assertThat(byCode(shuffled, TaxAmount::amount))
                  .isEqualTo(byCode(cart, TaxAmount::amount));
            }
          }
        });
  }

  private static Cart shuffled(Cart cart, long seed) {
    List<LineItem> lines = new ArrayList<>(cart.lines());
    Collections.shuffle(lines, new Random(seed));
    List<LineItem> renumbered = new ArrayList<>();
    for (LineItem line : lines) {
      renumbered.add(
          new LineItem(
              renumbered.size() + 1,
              line.item(),
              line.unitPrice(),
              line.unitPriceOriginal(),
              line.quantity(),
              line.amount(),
              line.discounts(),
              List.of(),
              line.cancelled(),
              line.classCode()));
    }
    return cart.change().lines(renumbered).make();
  }
}
