package dev.poscart.domain.pricing;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The taxes of a sale: live lines are grouped by tax code and rounded once per code. */
final class TaxCalculation {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private TaxCalculation() {}

  static List<TaxAmount> taxes(List<LineItem> lines, TaxTable table) {
    Map<String, List<LineItem>> byCode = new LinkedHashMap<>();
    for (LineItem line : lines) {
      if (line.live()) {
        byCode.computeIfAbsent(line.item().taxCode(), code -> new ArrayList<>()).add(line);
      }
    }
    List<TaxAmount> taxes = new ArrayList<>();
    byCode.forEach((code, group) -> taxes.add(tax(taxes.size() + 1, rule(table, code), group)));
    return taxes;
  }

  private static TaxRule rule(TaxTable table, String code) {
    return table
        .find(code)
        .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "Tax code not found: " + code));
  }

  private static TaxAmount tax(int taxNo, TaxRule rule, List<LineItem> group) {
    Money target = group.stream().map(LineItem::taxBase).reduce(Money.ZERO, Money::plus);
    int quantity = group.stream().mapToInt(LineItem::quantity).sum();
    return new TaxAmount(
        taxNo, rule.taxCode(), rule.type(), rule.name(), amount(rule, target), target, quantity);
  }

  private static Money amount(TaxRule rule, Money target) {
    BigDecimal product = target.amount().multiply(rule.rate());
    // One division, so that the only rounding is the one that the rule names.
    return switch (rule.type()) {
      case EXTERNAL -> new Money(product.divide(HUNDRED, rule.decimals(), rule.rounding()));
      case INTERNAL ->
          new Money(product.divide(HUNDRED.add(rule.rate()), rule.decimals(), rule.rounding()));
      case EXEMPT -> Money.ZERO;
    };
  }
}
