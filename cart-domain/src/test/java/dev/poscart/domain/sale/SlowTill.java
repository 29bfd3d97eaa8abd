package dev.poscart.domain.sale;

import static dev.poscart.domain.pricing.SlowCalculation.hundredths;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.pricing.SlowCalculation;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * The states of a cart as a table, and its tenders as a list of the cash drawer's contents; written
 * for tests, independently of the real till.
 */
final class SlowTill {

  private static final Map<CartStatus, Map<RandomTill.Key, CartStatus>> NEXT =
      Map.of(
          CartStatus.IDLE,
          Map.of(RandomTill.Key.ITEMS, CartStatus.ENTERING_ITEM),
          CartStatus.ENTERING_ITEM,
          Map.of(
              RandomTill.Key.ITEMS, CartStatus.ENTERING_ITEM,
              RandomTill.Key.QUANTITY, CartStatus.ENTERING_ITEM,
              RandomTill.Key.PRICE, CartStatus.ENTERING_ITEM,
              RandomTill.Key.CANCEL_LINE, CartStatus.ENTERING_ITEM,
              RandomTill.Key.LINE_DISCOUNTS, CartStatus.ENTERING_ITEM,
              RandomTill.Key.TENDERS, CartStatus.ENTERING_ITEM,
              RandomTill.Key.SUBTOTAL, CartStatus.PAYING),
          CartStatus.PAYING,
          Map.of(
              RandomTill.Key.SUBTOTAL_DISCOUNTS, CartStatus.PAYING,
              RandomTill.Key.TENDERS, CartStatus.PAYING,
              RandomTill.Key.RESUME, CartStatus.ENTERING_ITEM));

  private static final BigInteger YEN = BigInteger.valueOf(100);
  private static final BigInteger HALF = BigInteger.valueOf(50);

  private CartStatus status = CartStatus.IDLE;
  private BigInteger owed = BigInteger.ZERO;
  private BigInteger tenderedAmount = BigInteger.ZERO;
  private BigInteger settled = BigInteger.ZERO;
  private BigInteger change = BigInteger.ZERO;
  private BigInteger surplus = BigInteger.ZERO;
  private boolean yen;

  /** What the till shows after an input, and what it should show. */
  record Shown(
      CartStatus status,
      BigInteger balance,
      BigInteger cashDue,
      BigInteger tenderedAmount,
      BigInteger change,
      BigInteger surplus,
      BigInteger rounding,
      boolean refusedForTheState) {}

  static Shown shown(Cart cart, RandomTill till) {
    return new Shown(
        cart.status(),
        hundredths(cart.balanceDue().amount()),
        hundredths(cart.cashDue().amount()),
        hundredths(cart.tenderedAmount().amount()),
        hundredths(cart.changeDue().amount()),
        hundredths(Money.sum(cart.payments(), Payment::surplus).amount()),
        hundredths(cart.cashRoundingDifference().amount()),
        till.refused().filter(Refusal.INVALID_OPERATION::equals).isPresent());
  }

  /** Follows one input; the amount due comes from the slow calculation. */
  Shown expected(Cart cart, RandomTill till) {
    RandomTill.Key key = till.pressed();
    yen = cart.cashRounding() == CashRounding.YEN;
    owed = SlowCalculation.of(cart, till.rules().discountRounding().unit()).totalWithTax();
    BigInteger used = owed.subtract(settled).max(BigInteger.ZERO).min(surplus);
    settled = settled.add(used);
    surplus = surplus.subtract(used);
    Optional<CartStatus> next = Optional.ofNullable(NEXT.getOrDefault(status, Map.of()).get(key));
    if (next.isPresent() && till.refused().isEmpty()) {
      if (key == RandomTill.Key.TENDERS) {
        till.handed().forEach(this::hand);
      }
      if (key == RandomTill.Key.RESUME) {
        giveAllBack();
      }
      status = next.get();
    }
    boolean nothingSold = key == RandomTill.Key.SUBTOTAL && cart.liveLines().isEmpty();
    return new Shown(
        status,
        owed.subtract(settled),
        cashDue(),
        tenderedAmount,
        change,
        surplus,
        rounding(),
        next.isEmpty() || nothingSold);
  }

  private void giveAllBack() {
    tenderedAmount = BigInteger.ZERO;
    settled = BigInteger.ZERO;
    change = BigInteger.ZERO;
    surplus = BigInteger.ZERO;
  }

  private void hand(Tender tender) {
    BigInteger amount = hundredths(tender.amount().amount());
    BigInteger balance = owed.subtract(settled);
    boolean cash = tender.paymentCode().equals("01");
    boolean enough = amount.compareTo(cash ? cashDue() : balance) >= 0;
    tenderedAmount = tenderedAmount.add(amount);
    settled = settled.add(enough ? balance : amount);
    if (enough && tender.paymentCode().equals("13")) {
      surplus = surplus.add(amount.subtract(balance));
    } else if (enough) {
      change = change.add(back(rounding()));
    }
  }

  /** The least cash that settles the amount due, if half a yen may be missing. */
  private BigInteger cashDue() {
    BigInteger missing = owed.subtract(settled).subtract(rounding());
    if (!yen) {
      return missing;
    }
    BigInteger due = wellBelow(missing);
    while (due.subtract(missing).compareTo(HALF.negate()) <= 0) {
      due = due.add(YEN);
    }
    return due;
  }

  /** The change, so that at most half a yen too much stays in the drawer. */
  private BigInteger back(BigInteger tooMuch) {
    if (!yen) {
      return tooMuch;
    }
    BigInteger back = wellBelow(tooMuch);
    while (tooMuch.subtract(back).compareTo(HALF) > 0) {
      back = back.add(YEN);
    }
    return back;
  }

  /** A lower bound in whole yen to start counting from; at least zero. */
  private static BigInteger wellBelow(BigInteger amount) {
    return amount.divide(YEN).subtract(BigInteger.TWO).max(BigInteger.ZERO).multiply(YEN);
  }

  /** The drawer's surplus over the settled amount. */
  private BigInteger rounding() {
    return tenderedAmount.subtract(change).subtract(surplus).subtract(settled);
  }
}
