package dev.poscart.domain.sale;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The codes that a store prints itself, on what it weighs or prices on the spot: they carry an item
 * and a price or a weight. What no rule covers is an ordinary code.
 */
public record InStoreCodes(List<InStoreCodeRule> rules) {

  /** All codes are ordinary. */
  public static final InStoreCodes NONE = new InStoreCodes(List.of());

  public InStoreCodes {
    rules = List.copyOf(rules);
    if (!InStoreCodeRule.areDistinct(rules)) {
      throw new IllegalArgumentException("rules: " + rules + " (expected: one for each prefix)");
    }
  }

  /**
   * What the entries stand for. A price that was keyed in with a code counts, not the carried one.
   *
   * @throws Refused with {@link Refusal#INVALID_INPUT} if a check digit is wrong or a value is 0
   */
  public List<ItemEntry> read(List<ItemEntry> keyed) {
    List<ItemEntry> entries = new ArrayList<>(keyed.size());
    for (ItemEntry entry : keyed) {
      String field = "body -> " + entries.size() + " -> itemCode";
      entries.add(rule(entry.itemCode()).map(rule -> read(field, rule, entry)).orElse(entry));
    }
    return entries;
  }

  private Optional<InStoreCodeRule> rule(String code) {
    return rules.isEmpty() || !CheckDigit.applies(code)
        ? Optional.empty()
        : rules.stream().filter(rule -> rule.covers(code)).findFirst();
  }

  private static ItemEntry read(String field, InStoreCodeRule rule, ItemEntry entry) {
    String code = entry.itemCode();
    if (!CheckDigit.isRight(code)) {
      throw new Refused(
          Refusal.INVALID_INPUT, field + ": in-store code " + code + " has a wrong check digit");
    }
    if (rule.isEmpty(code)) {
      throw new Refused(
          Refusal.INVALID_INPUT, field + ": in-store code " + code + " carries no value");
    }
    return rule.read(entry);
  }
}
