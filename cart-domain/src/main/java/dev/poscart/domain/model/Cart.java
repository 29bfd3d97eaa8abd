package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A sale in the making. Immutable: each operation makes a new cart, so a change that is refused or
 * loses a race leaves no trace.
 *
 * @param terminal the terminal that made the cart; after closing, the one that closed it
 * @param businessDate {@code YYYYMMDD}, the terminal's when the cart was made; its transaction has
 *     that of the closing
 * @param taxTable the cart's own copy
 * @param cashRounding as it was when the cart was made
 * @param taxes computed from the lines, in order of each code's first live line
 * @param closing the mark of a closing that was decided
 * @param closed the result of the closing, once its transaction is in the log
 * @param parked the mark of a cart that waits to be retrieved; empty if it is not parked
 * @param changes the ids of the latest changes that had one, earliest first, at most {@link
 *     #MAX_CHANGES}
 */
public record Cart(
    CartId id,
    TerminalKey terminal,
    String storeName,
    CartStatus status,
    TransactionType type,
    Customer customer,
    String businessDate,
    OffsetDateTime createdAt,
    TaxTable taxTable,
    CashRounding cashRounding,
    List<LineItem> lines,
    List<Discount> subtotalDiscounts,
    List<TaxAmount> taxes,
    List<Payment> payments,
    Optional<Closing> closing,
    Optional<Closed> closed,
    Optional<Parking> parked,
    List<ChangeId> changes) {

  /**
   * A repeated attempt is known again until so many other changes were made. A till repeats at
   * once, so that one would do; the others are for tills that send several requests together.
   */
  public static final int MAX_CHANGES = 16;

  public Cart {
    lines = List.copyOf(lines);
    subtotalDiscounts = List.copyOf(subtotalDiscounts);
    taxes = List.copyOf(taxes);
    payments = List.copyOf(payments);
    changes = List.copyOf(changes);
  }

  public CartBuilder change() {
    return new CartBuilder(this);
  }

  public List<LineItem> liveLines() {
    return lines.stream().filter(LineItem::live).toList();
  }

  /** The line with this number, cancelled or not. */
  public Optional<LineItem> line(int lineNo) {
    return lineNo >= 1 && lineNo <= lines.size()
        ? Optional.of(lines.get(lineNo - 1))
        : Optional.empty();
  }

  /** The cart's own copy of an item that was entered before. */
  public Optional<Item> knownItem(String itemCode) {
    return lines.stream()
        .map(LineItem::item)
        .filter(item -> item.itemCode().equals(itemCode))
        .findFirst();
  }

  /** Live line amounts, before subtotal discounts. */
  public Money lineTotal() {
    return lines.stream()
        .filter(LineItem::live)
        .map(LineItem::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  /** Live line amounts less subtotal discounts; internal tax inside, external tax not. */
  public Money total() {
    return lineTotal().minus(subtotalDiscountTotal());
  }

  public Money subtotalDiscountTotal() {
    return subtotalDiscounts.stream().map(Discount::amount).reduce(Money.ZERO, Money::plus);
  }

  public Money externalTax() {
    return taxes.stream()
        .filter(tax -> tax.type() == TaxType.EXTERNAL)
        .map(TaxAmount::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  /** What the customer owes in all. */
  public Money totalWithTax() {
    return total().plus(externalTax());
  }

  public int totalQuantity() {
    return lines.stream().filter(LineItem::live).mapToInt(LineItem::quantity).sum();
  }

  /** Subtotal discounts and the discounts of live lines. */
  public Money discountTotal() {
    return lines.stream()
        .filter(LineItem::live)
        .map(LineItem::discountTotal)
        .reduce(subtotalDiscountTotal(), Money::plus);
  }

  /** The balance due: what is left to pay; of a billed cart nothing. */
  public Money balanceDue() {
    return unpaid().minus(letGo());
  }

  /** What the balance comes to in cash; all cash of the cart is rounded together, once. */
  public Money cashDue() {
    return cashRounding.due(balanceDue().minus(cashRoundingDifference()));
  }

  /** What is paid more than is owed, or if negative less, because cash is rounded. */
  public Money cashRoundingDifference() {
    return Money.sum(payments, Payment::cashRounding).minus(letGo());
  }

  /** What was left when the cart was billed and comes to no cash: less than a yen, mostly 0. */
  public Money letGo() {
    boolean billed = closing.filter(mark -> mark.kind() == Closing.Kind.BILL).isPresent();
    return billed && cashRounding != CashRounding.NONE ? unpaid() : Money.ZERO;
  }

  private Money unpaid() {
    return totalWithTax().minus(Money.sum(payments, Payment::amount));
  }

  /** The tendered amount: what the customer has handed over in all. */
  public Money tenderedAmount() {
    return payments.stream().map(Payment::tenderedAmount).reduce(Money.ZERO, Money::plus);
  }

  /** The change due: what goes back to the customer. */
  public Money changeDue() {
    return payments.stream().map(Payment::changeDue).reduce(Money.ZERO, Money::plus);
  }

  public boolean isClosing() {
    return closing.isPresent() && closed.isEmpty();
  }

  /**
   * Whether nobody needs this cart once it was left alone for long: its transaction is in the log,
   * or nothing was paid, decided or put aside yet.
   */
  public boolean mayBeRemoved() {
    return closed.isPresent() || (closing.isEmpty() && payments.isEmpty() && parked.isEmpty());
  }
}
