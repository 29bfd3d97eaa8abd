package dev.poscart.domain.code;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How in-store codes with one prefix are read: prefix, item, optional check digit of the value,
 * value, check digit; thirteen digits in total.
 *
 * @param prefix 02 or 20 to 29, which GS1 reserves for stores
 * @param itemDigits number of digits after the prefix that identify the item
 * @param decimals number of decimal places of the value
 * @param priceCheck how the check digit before the value is computed
 */
public record InStoreCodeRule(
    String prefix, int itemDigits, Kind kind, int decimals, PriceCheckDigit priceCheck) {

  /** The meaning of the value. */
  public enum Kind {
    /** Yen for one package. */
    PRICE,
    /** Kilograms of one package. */
    WEIGHT
  }

  private static final int DIGITS = 10;

  private static final Pattern TEXT =
      Pattern.compile(
          "(02|2[0-9]):([1-9]):([1-9]):(price|weight)(?::([0-3]))?(?::pricecheck=(gs1|mod10))?");

  public InStoreCodeRule {
    int valueDigits = valueDigits(itemDigits, priceCheck);
    if (!priceCheck.fits(valueDigits)) {
      throw new IllegalArgumentException(
          "value digits: " + valueDigits + " (expected: 4 or 5 with GS1, at least 1 without)");
    }
  }

  /**
   * Parses a rule.
   *
   * @param text {@code prefix:itemDigits:valueDigits:kind[:decimals][:pricecheck=gs1|mod10]}, such
   *     as {@code 28:5:5:weight:3} or {@code 02:5:4:price:pricecheck=gs1}; the default for decimals
   *     is 0 for a price and 3 for a weight
   * @return empty if the text is invalid, if item, value and check digit of the value do not have
   *     ten digits in total, or if GS1 has no check digit for this number of digits
   */
  public static Optional<InStoreCodeRule> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int itemDigits = Integer.parseInt(parts.group(2));
    int valueDigits = Integer.parseInt(parts.group(3));
    Kind kind = Kind.valueOf(parts.group(4).toUpperCase(Locale.ROOT));
    int decimals =
        Optional.ofNullable(parts.group(5))
            .map(Integer::valueOf)
            .orElse(kind == Kind.WEIGHT ? 3 : 0);
    PriceCheckDigit priceCheck =
        Optional.ofNullable(parts.group(6))
            .map(word -> PriceCheckDigit.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(PriceCheckDigit.NONE);
    return valueDigits(itemDigits, priceCheck) == valueDigits && priceCheck.fits(valueDigits)
        ? Optional.of(new InStoreCodeRule(parts.group(1), itemDigits, kind, decimals, priceCheck))
        : Optional.empty();
  }

  private static int valueDigits(int itemDigits, PriceCheckDigit priceCheck) {
    return DIGITS - itemDigits - priceCheck.length();
  }

  boolean covers(String code) {
    return code.startsWith(prefix);
  }

  /** Reads a code of this rule whose check digits are correct. */
  CodeReading read(String code) {
    String itemCode = code.substring(0, prefix.length() + itemDigits);
    BigDecimal value = new BigDecimal(value(code)).movePointLeft(decimals);
    return kind == Kind.WEIGHT
        ? CodeReading.weighed(itemCode, value)
        : CodeReading.priced(itemCode, new Money(value));
  }

  /** The names of the wrong check digits of a code; empty if it is correct. */
  List<String> wrongCheckDigits(String code) {
    List<String> wrong = new ArrayList<>();
    if (!CheckDigit.isRight(code)) {
      wrong.add("check digit");
    }
    if (priceCheck != PriceCheckDigit.NONE) {
      int given = code.charAt(prefix.length() + itemDigits) - '0';
      if (given != priceCheck.of(value(code))) {
        wrong.add(kind == Kind.WEIGHT ? "weight check digit" : "price check digit");
      }
    }
    return wrong;
  }

  /** Whether the value of a code is 0, in which case it must not be sold. */
  boolean isEmpty(String code) {
    return new BigDecimal(value(code)).signum() == 0;
  }

  private String value(String code) {
    return code.substring(prefix.length() + itemDigits + priceCheck.length(), code.length() - 1);
  }

  static boolean areDistinct(List<InStoreCodeRule> rules) {
    return rules.stream().map(InStoreCodeRule::prefix).distinct().count() == rules.size();
  }
}
