package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calculates the tax of codes with the same rate, rounding mode and decimals: their exact taxes are
 * added, the sum is rounded once, and the codes share it. Each gets the whole units of its own
 * exact tax; the remaining units go to the largest remainders, among equals first to the larger
 * target amount, then to the earlier code.
 */
final class TaxShares {

  private TaxShares() {}

  /** A code's share during the calculation. */
  private record Share(TaxTarget target, BigDecimal cut, BigDecimal remainder) {

    static Share of(TaxTarget target) {
      int decimals = target.rule().decimals();
      BigDecimal cut = target.numerator().divide(target.denominator(), decimals, RoundingMode.DOWN);
      return new Share(
          target, cut, target.numerator().subtract(cut.multiply(target.denominator())));
    }

    Money targetAmount() {
      return target.amount();
    }
  }

  /** The tax by code. */
  static Map<String, Money> of(List<TaxTarget> together) {
    TaxRule rule = together.get(0).rule();
    BigDecimal unit = BigDecimal.ONE.movePointLeft(rule.decimals());
    List<Share> shares = new ArrayList<>(together.stream().map(Share::of).toList());
    BigDecimal missing =
        shares.stream().map(Share::cut).reduce(rounded(together), BigDecimal::subtract);
    int extra = missing.divide(unit, 0, RoundingMode.UNNECESSARY).intValueExact();
    shares.sort(
        Comparator.comparing(Share::remainder).thenComparing(Share::targetAmount).reversed());
    Map<String, Money> amounts = new HashMap<>();
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      BigDecimal amount = i < extra ? share.cut().add(unit) : share.cut();
      amounts.put(share.target().rule().taxCode(), new Money(amount));
    }
    return amounts;
  }

  private static BigDecimal rounded(List<TaxTarget> together) {
    TaxTarget first = together.get(0);
    return together.stream()
        .map(TaxTarget::numerator)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(first.denominator(), first.rule().decimals(), first.rule().rounding());
  }
}
