package dev.poscart.domain.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tax codes of a tenant; a cart keeps its own copy. */
public record TaxTable(List<TaxRule> rules) {

  /** Japan's consumption tax: 10 percent, and 8 percent for food to take away. */
  public static final TaxTable DEFAULT =
      new TaxTable(
          List.of(
              rule("00", TaxType.EXEMPT, "非課税", 0),
              rule("01", TaxType.EXTERNAL, "外税10%", 10),
              rule("02", TaxType.INTERNAL, "内税10%", 10),
              rule("11", TaxType.EXTERNAL, "外税 8%", 8),
              rule("12", TaxType.INTERNAL, "内税 8%", 8)));

  public TaxTable {
    rules = List.copyOf(rules);
    Set<String> codes = new HashSet<>();
    for (TaxRule rule : rules) {
      if (!codes.add(rule.taxCode())) {
        throw new IllegalArgumentException("taxCode: '" + rule.taxCode() + "' (expected: once)");
      }
    }
  }

  public Optional<TaxRule> find(String taxCode) {
    return rules.stream().filter(rule -> rule.taxCode().equals(taxCode)).findFirst();
  }

  private static TaxRule rule(String code, TaxType type, String name, int rate) {
    return new TaxRule(code, type, name, BigDecimal.valueOf(rate), 0, RoundingMode.FLOOR);
  }
}
