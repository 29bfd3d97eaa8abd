package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TerminalKey;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what reading a document gives back, without reading it. A service that knows an envelope
 * must not take it for another cart than one that reads it.
 */
final class ReadBack {

  private ReadBack() {}

  /**
   * The cart that is read from the document of a cart.
   *
   * @param issued itself once read from an envelope, and changed since
   * @return empty if that cannot be told, as of amounts that are not exact in binary floating point
   */
  static Optional<CarriedCart> of(CarriedCart issued, TerminalKey terminal) {
    Cart cart = issued.cart();
    boolean exact =
        issued.issuedTo().isPresent()
            && cart.closing().isEmpty()
            && cart.closed().isEmpty()
            && cart.parked().isEmpty()
            && areExact(cart.lines())
            && cart.subtotalDiscounts().stream().allMatch(ReadBack::isExact)
            && cart.taxes().stream().allMatch(ReadBack::isExact)
            && cart.payments().stream().allMatch(ReadBack::isExact);
    return exact
        ? Optional.of(
            new CarriedCart(
                withoutChanges(cart),
                issued.revision(),
                Optional.of(terminal),
                issued.openedBy(),
                issued.settings(),
                issued.promotions(),
                // The totals are those of the rules here, so there is nothing to compare.
                Optional.empty()))
        : Optional.empty();
  }

  /** Documents do not have the ids of changes. */
  private static Cart withoutChanges(Cart cart) {
    return cart.changes().isEmpty()
        ? cart
        : new Cart(
            cart.id(),
            cart.terminal(),
            cart.storeName(),
            cart.status(),
            cart.type(),
            cart.customer(),
            cart.businessDate(),
            cart.createdAt(),
            cart.taxTable(),
            cart.cashRounding(),
            cart.lines(),
            cart.subtotalDiscounts(),
            cart.taxes(),
            cart.payments(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
  }

  private static boolean areExact(List<LineItem> lines) {
    Map<String, Item> items = new HashMap<>();
    for (LineItem line : lines) {
      Item first = items.putIfAbsent(line.item().itemCode(), line.item());
      // Of each item, the document has the master data of the first line only.
      if (!isExact(line) || (first != null && !first.equals(line.item()))) {
        return false;
      }
    }
    return lines.size() <= LineForm.MAX_LINES;
  }

  private static boolean isExact(LineItem line) {
    return line.quantity() <= LineForm.MAX_QUANTITY
        && areExact(line.unitPrice(), line.amount(), line.item().unitPrice())
        && line.unitPriceOriginal().filter(price -> !isExact(price)).isEmpty()
        && line.item().storePrice().filter(price -> !isExact(price) || price.isZero()).isEmpty()
        && line.discounts().stream().allMatch(ReadBack::isExact)
        && line.allocated().stream().allMatch(ReadBack::isExact);
  }

  private static boolean isExact(Discount discount) {
    return isExact(discount.amount()) && isExact(discount.value());
  }

  private static boolean isExact(TaxAmount tax) {
    return areExact(tax.amount(), tax.targetAmount());
  }

  private static boolean isExact(Payment payment) {
    return areExact(
        payment.tenderedAmount(), payment.amount(), payment.surplus(), payment.cashRounding());
  }

  private static boolean areExact(Money... amounts) {
    for (Money amount : amounts) {
      if (!isExact(amount)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isExact(Money money) {
    return isExact(money.amount());
  }

  /** So few digits survive binary floating point. */
  private static boolean isExact(BigDecimal number) {
    return number.scale() >= 0 && number.scale() <= 6 && number.precision() <= 13;
  }
}
