package dev.poscart.domain.code;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refused;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Reads item, price and weight from GS1 element strings: GTIN (01), net weight in kilograms (310n),
 * and amount payable (392n, or 393n in yen). The last digit of the latter identifiers, n, is the
 * number of decimal places.
 */
final class TradeItem {

  private static final String YEN = "392";

  private final KeyedCode keyed;
  private final ElementString elements;

  TradeItem(KeyedCode keyed, ElementString elements) {
    this.keyed = keyed;
    this.elements = elements;
  }

  CodeReading read() {
    String itemCode = gtin().usual();
    Optional<BigDecimal> price = price();
    if (price.isPresent()) {
      return CodeReading.priced(itemCode, new Money(price.get()));
    }
    return elements
        .first("310")
        .map(weight -> CodeReading.weighed(itemCode, kilograms(weight)))
        .orElseGet(() -> CodeReading.of(itemCode));
  }

  private Gtin gtin() {
    String digits = elements.elements().getOrDefault(ElementString.GTIN, "");
    if (!digits.matches("[0-9]{14}")) {
      throw keyed.refusedCode("GTIN (01): '" + digits + "' (expected: 14 digits)");
    }
    return Gtin.of(digits)
        .orElseThrow(() -> keyed.refusedCode("GTIN (01) " + digits + " has a wrong check digit"));
  }

  private BigDecimal kilograms(Map.Entry<String, String> element) {
    String digits = element.getValue();
    if (!digits.matches("[0-9]{6}")) {
      throw refused(element, ": '" + digits + "' (expected: 6 digits)");
    }
    return value(element, digits);
  }

  private Optional<BigDecimal> price() {
    return elements
        .first("392")
        .map(element -> price(element, element.getValue()))
        .or(() -> elements.first("393").map(this::priceInCurrency));
  }

  private BigDecimal priceInCurrency(Map.Entry<String, String> element) {
    String value = element.getValue();
    if (!value.startsWith(YEN)) {
      throw refused(element, ": '" + value + "' (expected: " + YEN + ", yen, and the amount)");
    }
    return price(element, value.substring(YEN.length()));
  }

  private BigDecimal price(Map.Entry<String, String> element, String digits) {
    if (!digits.matches("[0-9]{1,15}")) {
      throw refused(element, ": '" + digits + "' (expected: 1 to 15 digits)");
    }
    return value(element, digits);
  }

  private BigDecimal value(Map.Entry<String, String> element, String digits) {
    String identifier = element.getKey();
    int decimals = identifier.charAt(identifier.length() - 1) - '0';
    BigDecimal value = new BigDecimal(digits).movePointLeft(decimals);
    if (value.signum() == 0) {
      throw refused(element, " carries no value");
    }
    return value;
  }

  private Refused refused(Map.Entry<String, String> element, String problem) {
    return keyed.refusedCode("(" + element.getKey() + ")" + problem);
  }
}
