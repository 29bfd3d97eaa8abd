package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.Explanation.Part;
import dev.poscart.domain.model.Explanation.Step;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Explains the amounts of a line. */
final class LineExplanation {

  private final Cart cart;
  private final DiscountRounding configured;

  LineExplanation(Cart cart, DiscountRounding configured) {
    this.cart = cart;
    this.configured = configured;
  }

  Part of(LineItem line) {
    return new Part(
        line.lineNo(),
        line.item().itemCode(),
        line.item().description(),
        line.live() ? steps(line) : List.of());
  }

  private List<Step> steps(LineItem line) {
    List<Step> steps = new ArrayList<>();
    steps.add(unitPrice(line));
    steps.add(Steps.exactly("gross", line.unitPrice() + " * " + line.quantity(), line.gross()));
    percentages(line, steps);
    amounts(line, steps);
    steps.add(Steps.difference("amount", line.gross(), amounts(line.discounts())));
    for (int i = 0; i < line.allocated().size(); i++) {
      steps.add(share(line, i));
    }
    steps.add(Steps.difference("taxBase", line.amount(), amounts(line.allocated())));
    return steps;
  }

  private static Step unitPrice(LineItem line) {
    Item item = line.item();
    if (line.unitPriceOriginal().isPresent()) {
      return Steps.exactly(
          "unitPrice", "changed from " + line.unitPriceOriginal().get(), line.unitPrice());
    }
    if (!line.unitPrice().equals(item.sellingPrice())) {
      return Steps.exactly("unitPrice", "entered, item master: " + item.price(), line.unitPrice());
    }
    return item.price().isPayable()
        ? Steps.exactly("unitPrice", "item master", line.unitPrice())
        : Steps.rounded(
            "unitPrice",
            "item master",
            new Fraction(item.price().amount(), BigDecimal.ONE),
            "half up to " + Money.MAX_DECIMALS + " decimals",
            line.unitPrice());
  }

  /** Percentages come first, each on what the previous ones have left of a piece or of the line. */
  private void percentages(LineItem line, List<Step> steps) {
    DiscountRounding rounding = roundingOf(line);
    boolean perPiece = rounding.unit() == DiscountRounding.Unit.PIECE;
    Money left = line.gross();
    for (int i = 0; i < line.discounts().size(); i++) {
      Discount discount = line.discounts().get(i);
      if (discount.type() == DiscountType.PERCENTAGE) {
        if (perPiece) {
          Money off = ofOnePiece(discount.amount(), line);
          Money price = ofOnePiece(left, line);
          steps.add(percentage(figure(i, "perPiece"), discount, price, off, rounding));
          String formula = off + " * " + line.quantity();
          steps.add(Steps.exactly(figure(i, "discountAmount"), formula, discount.amount()));
        } else {
          String figure = figure(i, "discountAmount");
          steps.add(percentage(figure, discount, left, discount.amount(), rounding));
        }
        left = left.minus(discount.amount());
      }
    }
  }

  private static Step percentage(
      String figure, Discount discount, Money base, Money off, DiscountRounding rounding) {
    return Steps.rounded(
        figure,
        base + " * " + discount.value().toPlainString() + " / 100",
        new Fraction(base.amount().multiply(discount.value()), BigDecimal.valueOf(100)),
        words(rounding.mode())
            + " to whole yen per "
            + words(rounding.unit())
            + ", at most "
            + base,
        off);
  }

  /**
   * The configured rounding, unless the amounts show that another unit was configured when they
   * were calculated.
   */
  private DiscountRounding roundingOf(LineItem line) {
    return Stream.concat(
            Stream.of(configured),
            Arrays.stream(DiscountRounding.Unit.values()).map(configured::over))
        .filter(rounding -> LinePricing.percentages(line, rounding).equals(line.discounts()))
        .findFirst()
        .orElse(configured);
  }

  private static void amounts(LineItem line, List<Step> steps) {
    for (int i = 0; i < line.discounts().size(); i++) {
      Discount discount = line.discounts().get(i);
      if (discount.type() == DiscountType.AMOUNT) {
        String value = new Money(discount.value()).toString();
        steps.add(Steps.exactly(figure(i, "discountAmount"), value, discount.amount()));
      }
    }
  }

  /**
   * Subtotal discounts are allocated one after the other, each on what the previous ones have left.
   */
  private Step share(LineItem line, int index) {
    Money discount = cart.subtotalDiscounts().get(index).amount();
    Money left = leftBefore(line, index);
    Money whole =
        cart.lines().stream()
            .filter(Allocation::takesShares)
            .map(other -> leftBefore(other, index))
            .reduce(Money.ZERO, Money::plus);
    return Steps.rounded(
        "share of subtotalDiscounts[" + index + "]",
        discount + " * " + left + " / " + whole,
        new Fraction(discount.amount().multiply(left.amount()), whole.amount()),
        "largest remainder",
        line.allocated().get(index).amount());
  }

  private static Money leftBefore(LineItem line, int index) {
    return line.allocated().stream()
        .limit(index)
        .map(Discount::amount)
        .reduce(line.amount(), Money::minus);
  }

  private static Money ofOnePiece(Money amount, LineItem line) {
    return new Fraction(amount.amount(), BigDecimal.valueOf(line.quantity())).cut();
  }

  private static List<Money> amounts(List<Discount> discounts) {
    return discounts.stream().map(Discount::amount).toList();
  }

  private static String figure(int discount, String name) {
    return "discounts[" + discount + "]." + name;
  }

  static String words(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
