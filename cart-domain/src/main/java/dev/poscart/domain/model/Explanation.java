package dev.poscart.domain.model;

import java.util.List;
import java.util.Optional;

/**
 * How each amount of a cart was calculated, step by step. The results are the amounts in the cart;
 * only the steps that lead to them are reconstructed.
 *
 * @param subtotal from the lines to the amount owed without external tax
 * @param total from there to the amount owed
 * @param balance from there to the balance due
 */
public record Explanation(
    List<Part> lines,
    List<Step> subtotal,
    List<Part> taxes,
    List<Step> total,
    List<Part> payments,
    List<Step> balance) {

  /**
   * The steps of one line, tax or payment.
   *
   * @param no its number in the cart
   * @param code of the item, tax or payment method
   */
  public record Part(int no, String code, String name, List<Step> steps) {

    public Part {
      steps = List.copyOf(steps);
    }
  }

  public Explanation {
    lines = List.copyOf(lines);
    subtotal = List.copyOf(subtotal);
    taxes = List.copyOf(taxes);
    total = List.copyOf(total);
    payments = List.copyOf(payments);
    balance = List.copyOf(balance);
  }

  /** The amounts that are explained. */
  public enum Figure {
    UNIT_PRICE,
    /** The amount of a line before any discount. */
    GROSS,
    /** What a percentage takes off one piece of a line. */
    DISCOUNT_OF_A_PIECE,
    LINE_DISCOUNT,
    LINE_AMOUNT,
    /** The share of a line in a subtotal discount. */
    SHARE_OF_SUBTOTAL_DISCOUNT,
    /** The taxable amount of a line. */
    TAX_BASE,
    LINE_TOTAL,
    SUBTOTAL_DISCOUNT,
    TOTAL,
    TAX_TARGET,
    TAX,
    TOTAL_WITH_TAX,
    TENDERED,
    /** What a cash payment settles, including rounding. */
    DUE_IN_CASH,
    CHANGE,
    SURPLUS,
    CASH_ROUNDING,
    PAYMENT,
    BALANCE,
    /** The balance due if paid in cash. */
    BALANCE_IN_CASH
  }

  /**
   * How one amount of a cart was calculated.
   *
   * @param discount index of the discount concerned, from 0
   * @param formula with the actual values, such as {@code 98 * 15 / 100}
   * @param exact the value of the formula, truncated to ten decimal places
   * @param rounding how the result was derived from the exact value; empty if they are equal
   * @param result the amount in the cart
   */
  public record Step(
      Figure figure,
      Optional<Integer> discount,
      String formula,
      Money exact,
      Optional<String> rounding,
      Money result) {

    /** This step for one of several discounts. */
    public Step ofDiscount(int index) {
      return new Step(figure, Optional.of(index), formula, exact, rounding, result);
    }
  }
}
