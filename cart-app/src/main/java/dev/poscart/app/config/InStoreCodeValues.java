package dev.poscart.app.config;

import dev.poscart.domain.sale.InStoreCodeRule;
import dev.poscart.domain.sale.InStoreCodes;
import java.util.ArrayList;
import java.util.List;

/** The rules of in-store codes as an operator writes them. */
final class InStoreCodeValues {

  private InStoreCodeValues() {}

  static InStoreCodes read(Values values) {
    List<InStoreCodeRule> rules = new ArrayList<>();
    for (String text : values.list(Variable.IN_STORE_CODES)) {
      rules.add(InStoreCodeRule.parse(text).orElseThrow(() -> wrong(values)));
    }
    try {
      return new InStoreCodes(rules);
    } catch (IllegalArgumentException e) {
      throw wrong(values);
    }
  }

  private static ConfigurationException wrong(Values values) {
    return values.wrong(
        Variable.IN_STORE_CODES,
        "rules such as 02:5:5:price or 28:5:5:weight:3, ten digits each, one for each prefix");
  }
}
