package dev.poscart.domain.model;

import java.util.List;
import java.util.Optional;

/**
 * One line of a cart.
 *
 * @param lineNo 1, 2, ... in the order of entry; never reused
 * @param item the cart's own copy of the item
 * @param unitPrice price per piece on this line
 * @param unitPriceOriginal the price before the first manual change; empty if never changed
 * @param amount price times quantity less the line's own discounts; without allocated discounts and
 *     external tax
 * @param discounts the line's own discounts, in the order of application
 * @param allocated the line's shares of the subtotal discounts
 * @param classCode the four-digit classification of a book (C-code), if its second code was entered
 */
public record LineItem(
    int lineNo,
    Item item,
    Money unitPrice,
    Optional<Money> unitPriceOriginal,
    int quantity,
    Money amount,
    List<Discount> discounts,
    List<Discount> allocated,
    boolean cancelled,
    Optional<String> classCode) {

  public LineItem {
    Expect.atLeast("lineNo", 1, lineNo);
    discounts = List.copyOf(discounts);
    allocated = List.copyOf(allocated);
  }

  /** A new line without discounts. */
  public static LineItem entered(int lineNo, Item item, Money unitPrice, int quantity) {
    expectSellable(unitPrice, quantity);
    return new LineItem(
        lineNo,
        item,
        unitPrice,
        Optional.empty(),
        quantity,
        unitPrice.times(quantity),
        List.of(),
        List.of(),
        false,
        Optional.empty());
  }

  public boolean live() {
    return !cancelled;
  }

  /** Price times quantity, before any discount. */
  public Money gross() {
    return unitPrice.times(quantity);
  }

  public Money discountTotal() {
    return total(discounts);
  }

  /** The amount that tax is computed from. */
  public Money taxBase() {
    return amount.minus(total(allocated));
  }

  public LineItem withQuantity(int newQuantity) {
    return entry(unitPrice, unitPriceOriginal, newQuantity, classCode);
  }

  /** Changes the price manually and keeps the one before the first change. */
  public LineItem withUnitPrice(Money newPrice) {
    Optional<Money> original = Optional.of(unitPriceOriginal.orElse(unitPrice));
    return entry(newPrice, original, quantity, classCode);
  }

  public LineItem withClassCode(Optional<String> newClassCode) {
    return entry(unitPrice, unitPriceOriginal, quantity, newClassCode);
  }

  public LineItem withDiscounts(Money newAmount, List<Discount> newDiscounts) {
    return discounted(newAmount, newDiscounts, allocated, cancelled);
  }

  public LineItem withAllocated(List<Discount> newAllocated) {
    return discounted(amount, discounts, newAllocated, cancelled);
  }

  public LineItem asCancelled() {
    return discounted(amount, discounts, List.of(), true);
  }

  /** The same line with other values that are keyed in. */
  private LineItem entry(
      Money newPrice, Optional<Money> newOriginal, int newQuantity, Optional<String> newClassCode) {
    expectSellable(newPrice, newQuantity);
    return new LineItem(
        lineNo,
        item,
        newPrice,
        newOriginal,
        newQuantity,
        amount,
        discounts,
        allocated,
        cancelled,
        newClassCode);
  }

  /**
   * The same line with other values that follow from discounts and cancellation; this one if they
   * are the same, so that what was made of it can be kept.
   */
  private LineItem discounted(
      Money newAmount,
      List<Discount> newDiscounts,
      List<Discount> newAllocated,
      boolean newCancelled) {
    boolean same =
        newCancelled == cancelled
            && newAmount.equals(amount)
            && newDiscounts.equals(discounts)
            && newAllocated.equals(allocated);
    return same ? this : changed(newAmount, newDiscounts, newAllocated, newCancelled);
  }

  private LineItem changed(
      Money newAmount,
      List<Discount> newDiscounts,
      List<Discount> newAllocated,
      boolean newCancelled) {
    return new LineItem(
        lineNo,
        item,
        unitPrice,
        unitPriceOriginal,
        quantity,
        newAmount,
        newDiscounts,
        newAllocated,
        newCancelled,
        classCode);
  }

  /** Concerns what is entered here; kugelpos has sold at negative prices, too. */
  private static void expectSellable(Money unitPrice, int quantity) {
    Expect.atLeast("quantity", 1, quantity);
    Expect.notNegative("unitPrice", unitPrice);
  }

  private static Money total(List<Discount> discounts) {
    return discounts.isEmpty() ? Money.ZERO : Money.sum(discounts, Discount::amount);
  }
}
