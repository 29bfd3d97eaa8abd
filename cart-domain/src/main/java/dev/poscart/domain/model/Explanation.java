package dev.poscart.domain.model;

import java.util.List;
import java.util.Optional;

/**
 * How each figure of a cart came about, step by step. The results are those that stand in the cart;
 * only what led to them is worked out here.
 *
 * @param subtotal from the lines to what is owed without external tax
 * @param total from there to what is owed
 * @param balance from there to what is left to pay
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
   * @param no as it is numbered in the cart
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

  /**
   * How one figure of a cart came about.
   *
   * @param figure its name, the one it has in the cart where it stands there
   * @param formula with the values put in, such as {@code 98 * 15 / 100}
   * @param exact what the formula comes to, cut to ten decimals if it has more
   * @param rounding how the figure was made of the exact value; empty if it is the exact value
   * @param result the figure as it stands in the cart
   */
  public record Step(
      String figure, String formula, Money exact, Optional<String> rounding, Money result) {}
}
