package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Explanation.Figure;
import dev.poscart.domain.model.Explanation.Step;
import dev.poscart.domain.model.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Creates the steps of an explanation. */
final class Steps {

  private Steps() {}

  static Step exactly(Figure figure, String formula, Money result) {
    return new Step(figure, Optional.empty(), formula, result, Optional.empty(), result);
  }

  /** A quotient, with a description of how it was rounded. */
  static Step rounded(
      Figure figure, String formula, Fraction exact, String rounding, Money result) {
    return new Step(figure, Optional.empty(), formula, exact.cut(), Optional.of(rounding), result);
  }

  static Step sum(Figure figure, List<Money> parts) {
    Money sum = parts.stream().reduce(Money.ZERO, Money::plus);
    return exactly(figure, parts.isEmpty() ? "0" : joined(parts, " + "), sum);
  }

  static Step difference(Figure figure, Money from, List<Money> parts) {
    Money left = parts.stream().reduce(from, Money::minus);
    return exactly(figure, from + (parts.isEmpty() ? "" : " - ") + joined(parts, " - "), left);
  }

  private static String joined(List<Money> parts, String sign) {
    return parts.stream()
        .map(part -> part.isNegative() ? "(" + part + ")" : part.toString())
        .collect(Collectors.joining(sign));
  }
}
