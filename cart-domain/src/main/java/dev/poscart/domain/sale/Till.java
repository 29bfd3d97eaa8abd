package dev.poscart.domain.sale;

import static dev.poscart.domain.model.InputField.ITEM_CODE;
import static dev.poscart.domain.model.InputField.QUANTITY;
import static dev.poscart.domain.model.InputField.TENDERS_OF_THE_CART;
import static dev.poscart.domain.model.InputField.UNIT_PRICE;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.pricing.Calculation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Item entry, changes to lines, and the transitions between item entry and payment. */
public final class Till {

  private final Calculation calculation;
  private final TillLimits limits;
  private final TenderRules tenderRules;

  /** Creates a till without running promotions. */
  public Till(Calculation calculation, TillLimits limits, TenderRules tenderRules) {
    this.calculation = calculation;
    this.limits = limits;
    this.tenderRules = tenderRules;
  }

  /** This till with running promotions. */
  public Till during(List<Promotion> running) {
    return new Till(calculation.during(running), limits, tenderRules);
  }

  /**
   * Checks the bounds of entries before the cart is read.
   *
   * @throws Refused with {@link Refusal#INVALID_INPUT}
   */
  public void checkEntries(List<ItemEntry> entries) {
    limits.checkLines(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      ItemEntry entry = entries.get(i);
      InputPlace at = InputPlace.WHOLE.entry(i);
      limits.checkQuantity(at.then(QUANTITY), entry.quantity());
      entry.unitPrice().ifPresent(price -> limits.checkUnitPrice(at.then(UNIT_PRICE), price));
      entry.carriedPrice().ifPresent(price -> limits.checkUnitPrice(at.then(ITEM_CODE), price));
    }
  }

  public void checkQuantity(int quantity) {
    limits.checkQuantity(InputPlace.of(QUANTITY), quantity);
  }

  public void checkUnitPrice(Money unitPrice) {
    limits.checkUnitPrice(InputPlace.of(UNIT_PRICE), unitPrice);
  }

  /** Checks the bounds of tenders before the cart is read. */
  public void checkTenders(List<Tender> tenders) {
    limits.checkTenders(InputPlace.WHOLE, tenders);
  }

  /**
   * Enters items; each entry becomes a new line.
   *
   * @param items the items of all codes that are not in the cart yet, as far as they exist
   */
  public Cart enter(Cart cart, List<ItemEntry> entries, Map<String, Item> items) {
    CartEvent.ADD_ITEMS.check(cart);
    limits.checkLines(cart.lines().size() + entries.size());
    List<LineItem> lines = new ArrayList<>(cart.lines());
    for (ItemEntry entry : entries) {
      Item item = item(cart, entry.itemCode(), items);
      Money price = entry.price(item);
      if (entry.pricedWeight().isPresent()) {
        limits.checkUnitPrice(InputPlace.of(ITEM_CODE), price);
      }
      lines.add(
          LineItem.entered(lines.size() + 1, item, price, entry.quantity())
              .withClassCode(entry.code().classCode()));
    }
    return recalculated(cart.change().lines(lines).status(CartStatus.ENTERING_ITEM).make());
  }

  public Cart changeQuantity(Cart cart, int lineNo, int quantity) {
    CartEvent.CHANGE_QUANTITY.check(cart);
    return changed(cart, line(cart, lineNo).withQuantity(quantity));
  }

  public Cart changeUnitPrice(Cart cart, int lineNo, Money unitPrice) {
    CartEvent.CHANGE_UNIT_PRICE.check(cart);
    return changed(cart, line(cart, lineNo).withUnitPrice(unitPrice));
  }

  /** Cancels a line; idempotent. */
  public Cart cancelLine(Cart cart, int lineNo) {
    CartEvent.CANCEL_LINE.check(cart);
    return changed(cart, line(cart, lineNo).asCancelled());
  }

  /** Ends item entry; promotions are granted for the last time. */
  public Cart subtotal(Cart cart) {
    CartEvent.SUBTOTAL.check(cart);
    checkSomethingIsSold(cart);
    return recalculated(cart).change().status(CartStatus.PAYING).make();
  }

  /**
   * Takes tenders, all or none.
   *
   * @throws Refused with {@link Refusal#BALANCE_ZERO}, {@link Refusal#PAYMENT_METHOD_UNKNOWN},
   *     {@link Refusal#PAYMENT_METHOD_INACTIVE}, {@link Refusal#TENDER_OVER_LIMIT}, {@link
   *     Refusal#CASH_NOT_WHOLE} or {@link Refusal#TENDER_EXCEEDS_BALANCE}
   */
  public Cart pay(Cart cart, List<Tender> tenders, Map<String, PaymentMethod> methods) {
    CartEvent.PAY.check(cart);
    limits.checkEntries(
        InputPlace.of(TENDERS_OF_THE_CART), cart.payments().size() + tenders.size());
    return new Tendering(tenderRules, methods).take(calculation.recalculate(cart), tenders);
  }

  /** Returns to item entry; tenders and subtotal discounts are dropped. */
  public Cart resume(Cart cart) {
    CartEvent.RESUME.check(cart);
    return recalculated(
        cart.change()
            .status(CartStatus.ENTERING_ITEM)
            .payments(List.of())
            .subtotalDiscounts(List.of())
            .make());
  }

  /** The payments must not exceed the amount owed. */
  static Cart checkedBalance(Cart cart) {
    if (cart.balanceDue().isNegative()) {
      throw new Refused(
          Refusal.BALANCE_NEGATIVE,
          "The balance would be ",
          cart.balanceDue(),
          " (expected: >= 0); resume item entry to give the tenders back first");
    }
    return cart;
  }

  static void checkSomethingIsSold(Cart cart) {
    if (cart.lines().stream().noneMatch(LineItem::live)) {
      throw new Refused(Refusal.INVALID_OPERATION, "The cart has no live line: " + cart.id());
    }
  }

  static LineItem line(Cart cart, int lineNo) {
    return cart.line(lineNo)
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.NOT_FOUND,
                    "Line item not found: ",
                    Subject.line(lineNo),
                    " (expected: 1..",
                    cart.lines().size(),
                    ")"));
  }

  private Cart changed(Cart cart, LineItem line) {
    return recalculated(cart.change().line(line).make());
  }

  private Cart recalculated(Cart cart) {
    return checkedBalance(calculation.recalculate(cart));
  }

  private static Item item(Cart cart, String code, Map<String, Item> items) {
    return cart.knownItem(code)
        .or(() -> Optional.ofNullable(items.get(code)))
        .orElseThrow(
            () -> new Refused(Refusal.ITEM_NOT_FOUND, "Item not found: ", Subject.item(code)));
  }
}
