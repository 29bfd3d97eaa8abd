package dev.poscart.domain.sale;

import static dev.poscart.domain.pricing.SlowCalculation.hundredths;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.pricing.SlowCalculation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The states of a cart as a table, and its tenders as a list of what went into the drawer; written
 * for tests only, without a look at how the till does it.
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

  private CartStatus status = CartStatus.IDLE;
  private BigInteger owed = BigInteger.ZERO;
  private final List<BigInteger> handed = new ArrayList<>();
  private BigInteger change = BigInteger.ZERO;

  /** What the till shows after a key, and what it should show. */
  record Shown(
      CartStatus status,
      BigInteger balance,
      BigInteger deposit,
      BigInteger change,
      boolean refusedForTheState) {}

  static Shown shown(Cart cart, RandomTill till) {
    return new Shown(
        cart.status(),
        hundredths(cart.balance().amount()),
        hundredths(cart.deposit().amount()),
        hundredths(cart.changeDue().amount()),
        till.refused().filter(Refusal.INVALID_OPERATION::equals).isPresent());
  }

  /** Follows one key; what is owed is the slow calculation's. */
  Shown expected(Cart cart, RandomTill till) {
    RandomTill.Key key = till.pressed();
    owed = SlowCalculation.of(cart, till.rules().discountRounding().unit()).totalWithTax();
    Optional<CartStatus> next = Optional.ofNullable(NEXT.getOrDefault(status, Map.of()).get(key));
    if (next.isPresent() && till.refused().isEmpty()) {
      if (key == RandomTill.Key.TENDERS) {
        till.handed().forEach(tender -> hand(hundredths(tender.amount().amount())));
      }
      if (key == RandomTill.Key.RESUME) {
        handed.clear();
        change = BigInteger.ZERO;
      }
      status = next.get();
    }
    boolean nothingSold = key == RandomTill.Key.SUBTOTAL && cart.liveLines().isEmpty();
    return new Shown(status, balance(), deposit(), change, next.isEmpty() || nothingSold);
  }

  private void hand(BigInteger amount) {
    BigInteger tooMuch = amount.subtract(balance()).max(BigInteger.ZERO);
    change = change.add(tooMuch);
    handed.add(amount);
  }

  private BigInteger deposit() {
    return handed.stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  private BigInteger balance() {
    return owed.subtract(deposit()).add(change);
  }
}
