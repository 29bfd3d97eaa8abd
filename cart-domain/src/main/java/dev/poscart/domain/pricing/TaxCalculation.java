package dev.poscart.domain.pricing;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calculates the taxes of a sale: live lines are grouped by tax code and rounded per code or per
 * rate.
 */
final class TaxCalculation {

  private TaxCalculation() {}

  /** Tax codes with the same rate key are rounded together. */
  private record Rate(BigDecimal percent, int decimals, RoundingMode rounding) {

    static Rate of(TaxRule rule) {
      return new Rate(rule.rate().stripTrailingZeros(), rule.decimals(), rule.rounding());
    }
  }

  static List<TaxAmount> taxes(List<LineItem> lines, TaxTable table, TaxRounding rounding) {
    List<TaxTarget> targets = targets(lines, table);
    Map<String, Money> amounts = new HashMap<>();
    for (List<TaxTarget> together : roundedTogether(targets, rounding)) {
      amounts.putAll(TaxShares.of(together));
    }
    List<TaxAmount> taxes = new ArrayList<>();
    for (TaxTarget target : targets) {
      TaxRule rule = target.rule();
      Money amount = amounts.getOrDefault(rule.taxCode(), Money.ZERO);
      taxes.add(
          new TaxAmount(
              taxes.size() + 1,
              rule.taxCode(),
              rule.type(),
              rule.name(),
              amount,
              target.amount(),
              target.quantity()));
    }
    return taxes;
  }

  private static List<List<TaxTarget>> roundedTogether(
      List<TaxTarget> targets, TaxRounding rounding) {
    if (rounding == TaxRounding.CODE) {
      return targets.stream().map(List::of).toList();
    }
    Map<Rate, List<TaxTarget>> byRate = new LinkedHashMap<>();
    for (TaxTarget target : targets) {
      byRate.computeIfAbsent(Rate.of(target.rule()), rate -> new ArrayList<>()).add(target);
    }
    return List.copyOf(byRate.values());
  }

  private static List<TaxTarget> targets(List<LineItem> lines, TaxTable table) {
    Map<String, List<LineItem>> byCode = new LinkedHashMap<>();
    for (LineItem line : lines) {
      if (line.live()) {
        byCode.computeIfAbsent(line.item().taxCode(), code -> new ArrayList<>()).add(line);
      }
    }
    return byCode.entrySet().stream()
        .map(each -> target(rule(table, each.getKey()), each.getValue()))
        .toList();
  }

  private static TaxTarget target(TaxRule rule, List<LineItem> lines) {
    return new TaxTarget(
        rule,
        Money.sum(lines, LineItem::taxBase),
        lines.stream().mapToInt(LineItem::quantity).sum());
  }

  private static TaxRule rule(TaxTable table, String code) {
    return table
        .find(code)
        .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "Tax code not found: " + code));
  }
}
