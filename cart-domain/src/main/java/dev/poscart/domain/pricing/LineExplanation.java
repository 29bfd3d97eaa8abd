package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.Explanation.Figure;
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
    steps.add(
        Steps.exactly(Figure.GROSS, line.unitPrice() + " * " + line.quantity(), line.gross()));
    percentages(line, steps);
    amounts(line, steps);
    steps.add(Steps.difference(Figure.LINE_AMOUNT, line.gross(), amounts(line.discounts())));
    for (int i = 0; i < line.allocated().size(); i++) {
      steps.add(share(line, i));
    }
    steps.add(Steps.difference(Figure.TAX_BASE, line.amount(), amounts(line.allocated())));
    return steps;
  }

  private static Step unitPrice(LineItem line) {
    Item item = line.item();
    if (line.unitPriceOriginal().isPresent()) {
      return Steps.exactly(
          Figure.UNIT_PRICE, "changed from " + line.unitPriceOriginal().get(), line.unitPrice());
    }
    if (!line.unitPrice().equals(item.sellingPrice())) {
      return Steps.exactly(
          Figure.UNIT_PRICE, "entered, item master: " + item.price(), line.unitPrice());
    }
    return item.price().isPayable()
        ? Steps.exactly(Figure.UNIT_PRICE, "item master", line.unitPrice())
        : Steps.rounded(
            Figure.UNIT_PRICE,
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
          steps.add(
              percentage(Figure.DISCOUNT_OF_A_PIECE, discount, price, off, rounding).ofDiscount(i));
          String formula = off + " * " + line.quantity();
          steps.add(lineDiscount(i, formula, discount));
        } else {
          steps.add(
              percentage(Figure.LINE_DISCOUNT, discount, left, discount.amount(), rounding)
                  .ofDiscount(i));
        }
        left = left.minus(discount.amount());
      }
    }
  }

  private static Step percentage(
      Figure figure, Discount discount, Money base, Money off, DiscountRounding rounding) {
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
        steps.add(lineDiscount(i, new Money(discount.value()).toString(), discount));
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
            Figure.SHARE_OF_SUBTOTAL_DISCOUNT,
            discount + " * " + left + " / " + whole,
            new Fraction(discount.amount().multiply(left.amount()), whole.amount()),
            "largest remainder",
            line.allocated().get(index).amount())
        .ofDiscount(index);
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

  private static Step lineDiscount(int index, String formula, Discount discount) {
    return Steps.exactly(Figure.LINE_DISCOUNT, formula, discount.amount()).ofDiscount(index);
  }

  static String words(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
