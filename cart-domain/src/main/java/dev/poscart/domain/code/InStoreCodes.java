package dev.poscart.domain.code;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Reads in-store codes: barcodes that a store prints on items it weighs or prices itself, and that
 * contain an item and a price or weight. A code that matches no rule is an ordinary code.
 */
public record InStoreCodes(List<InStoreCodeRule> rules) {

  /** Without rules: all codes are ordinary. */
  public static final InStoreCodes NONE = new InStoreCodes(List.of());

  private static final int LENGTH = 13;

  public InStoreCodes {
    rules = List.copyOf(rules);
    if (!InStoreCodeRule.areDistinct(rules)) {
      throw new IllegalArgumentException("rules: " + rules + " (expected: one for each prefix)");
    }
  }

  /**
   * Reads a code of thirteen digits.
   *
   * @return empty if no rule matches
   * @throws Refused with {@link Refusal#INVALID_INPUT} if a check digit is wrong or the value is 0
   */
  Optional<CodeReading> read(KeyedCode keyed, String code) {
    return rule(code).map(rule -> read(keyed, rule, code));
  }

  /**
   * Reads a code that lacks the leading 0, as scanners send UPC-A, or has an additional one, as
   * they send GTIN-14. If its check digit is wrong it may well be an ordinary code and is treated
   * as one.
   */
  Optional<CodeReading> readWithOtherZeros(KeyedCode keyed, String code) {
    String label =
        switch (code.length()) {
          case LENGTH - 1 -> "0" + code;
          case LENGTH + 1 -> code.startsWith("0") ? code.substring(1) : "";
          default -> "";
        };
    return rule(label)
        .filter(rule -> CheckDigit.isRight(label))
        .map(rule -> read(keyed, rule, label));
  }

  private Optional<InStoreCodeRule> rule(String code) {
    return code.length() == LENGTH && CheckDigit.areDigits(code)
        ? rules.stream().filter(rule -> rule.covers(code)).findFirst()
        : Optional.empty();
  }

  private static CodeReading read(KeyedCode keyed, InStoreCodeRule rule, String code) {
    List<String> wrong = rule.wrongCheckDigits(code);
    if (!wrong.isEmpty()) {
      throw keyed.refusedCode(
          "in-store code " + code + " has a wrong " + String.join(" and a wrong ", wrong));
    }
    if (rule.isEmpty(code)) {
      throw keyed.refusedCode("in-store code " + code + " carries no value");
    }
    return rule.read(code);
  }
}
