package dev.poscart.app.config;

import dev.poscart.domain.code.InStoreCodeRule;
import dev.poscart.domain.code.InStoreCodes;
import dev.poscart.domain.code.ItemCodeMatching;
import dev.poscart.domain.code.ItemCodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How item codes sent by terminals are matched, and which in-store barcodes are understood. */
public record ItemCodeConfig(ItemCodeMatching matching, InStoreCodes inStoreCodes) {

  static ItemCodeConfig read(VariableReader variables) {
    return new ItemCodeConfig(matching(variables), inStoreCodes(variables));
  }

  static ItemCodeMatching matching(VariableReader variables) {
    return variables
        .choice(
            Variable.ITEM_CODE_MATCHING,
            Map.of("lenient", ItemCodeMatching.LENIENT, "exact", ItemCodeMatching.EXACT))
        .orElseThrow();
  }

  public ItemCodeReader reader() {
    return new ItemCodeReader(matching, inStoreCodes);
  }

  private static InStoreCodes inStoreCodes(VariableReader variables) {
    List<InStoreCodeRule> rules = new ArrayList<>();
    for (String text : variables.list(Variable.IN_STORE_CODES)) {
      rules.add(InStoreCodeRule.parse(text).orElseThrow(() -> wrong(variables)));
    }
    try {
      return new InStoreCodes(rules);
    } catch (IllegalArgumentException e) {
      throw wrong(variables);
    }
  }

  private static ConfigurationException wrong(VariableReader variables) {
    return variables.wrong(
        Variable.IN_STORE_CODES,
        "rules such as 02:5:5:price, 28:5:5:weight:3 or 02:5:4:price:pricecheck=gs1; one rule per"
            + " prefix, with ten digits in total, including the price check digit; gs1 supports"
            + " values of 4 and 5 digits");
  }
}
