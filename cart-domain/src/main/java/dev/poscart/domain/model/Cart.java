package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A cart: a sale in the making. Immutable: each operation creates a new cart, so a change that is
 * refused or loses a race leaves no trace.
 *
 * @param terminal the terminal that created the cart; after closing, the one that closed it
 * @param businessDate {@code YYYYMMDD}, that of the terminal when the cart was created; the
 *     transaction gets that of the closing
 * @param taxTable the cart's own copy
 * @param cashRounding the setting when the cart was created
 * @param taxes computed from the lines, in the order of each code's first live line
 * @param closing the data of a closing that was decided
 * @param closed the result of the closing, once the transaction is in the log
 * @param parked who parked the cart and when; empty if it is not parked
 * @param changes the ids of the latest changes with an idempotency key, oldest first, at most
 *     {@link #MAX_CHANGES}
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
   * A repeated request is recognized until this many other changes have been made. One would do for
   * tills that repeat a request at once; the others are for tills that send several requests
   * together.
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
    for (LineItem line : lines) {
      if (line.item().itemCode().equals(itemCode)) {
        return Optional.of(line.item());
      }
    }
    return Optional.empty();
  }

  /** The sum of all live lines, before subtotal discounts. */
  public Money lineTotal() {
    return Money.sum(lines, line -> line.live() ? line.amount() : Money.ZERO);
  }

  /** The sum of all live lines less subtotal discounts, including internal but not external tax. */
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

  /** The amount the customer owes in total. */
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

  /** The balance due: what is left to pay; zero once the cart is billed. */
  public Money balanceDue() {
    return unpaid().minus(letGo());
  }

  /** The balance due if paid in cash. All cash of the cart is rounded together, once. */
  public Money cashDue() {
    return cashRounding.due(balanceDue().minus(cashRoundingDifference()));
  }

  /** How much more (or, if negative, less) than the amount owed is paid because cash is rounded. */
  public Money cashRoundingDifference() {
    return Money.sum(payments, Payment::cashRounding).minus(letGo());
  }

  /**
   * The balance waived when the cart was billed because it rounds to no cash: less than a yen,
   * usually 0.
   */
  public Money letGo() {
    boolean billed = closing.filter(mark -> mark.kind() == Closing.Kind.BILL).isPresent();
    return billed && cashRounding != CashRounding.NONE ? unpaid() : Money.ZERO;
  }

  private Money unpaid() {
    return totalWithTax().minus(Money.sum(payments, Payment::amount));
  }

  /** The tendered amount: the sum that the customer has handed over. */
  public Money tenderedAmount() {
    return payments.stream().map(Payment::tenderedAmount).reduce(Money.ZERO, Money::plus);
  }

  /** The change due: what the customer gets back. */
  public Money changeDue() {
    return payments.stream().map(Payment::changeDue).reduce(Money.ZERO, Money::plus);
  }

  public boolean isClosing() {
    return closing.isPresent() && closed.isEmpty();
  }

  /** Whether the cart is neither closed nor parked. */
  public boolean isOpen() {
    return closed.isEmpty() && parked.isEmpty();
  }

  /**
   * Whether the cart can be removed after a long time without changes: its transaction is in the
   * log, or nothing has been paid, decided or parked.
   */
  public boolean mayBeRemoved() {
    return closed.isPresent() || (closing.isEmpty() && payments.isEmpty() && parked.isEmpty());
  }
}
