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
 * How the codes of one prefix are read: prefix, item, check digit of the value if there is one,
 * value, check digit; thirteen digits in all.
 *
 * @param prefix 02 or 20 to 29, which GS1 leaves to the stores
 * @param itemDigits how many digits behind the prefix name the item
 * @param decimals how many digits of the value stand behind the point
 * @param priceCheck how the check digit in front of the value is computed
 */
public record InStoreCodeRule(
    String prefix, int itemDigits, Kind kind, int decimals, PriceCheckDigit priceCheck) {

  /** What the value is. */
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

  /** A rule for codes without a check digit of the value. */
  public InStoreCodeRule(String prefix, int itemDigits, Kind kind, int decimals) {
    this(prefix, itemDigits, kind, decimals, PriceCheckDigit.NONE);
  }

  /**
   * Reads a rule.
   *
   * @param text {@code prefix:itemDigits:valueDigits:kind[:decimals][:pricecheck=gs1|mod10]}, such
   *     as {@code 28:5:5:weight:3} or {@code 02:5:4:price:pricecheck=gs1}; without decimals a price
   *     has none and a weight three
   * @return empty if it is none, if its digits and the check digit of the value are not ten
   *     together, or if GS1 has no check digit for so many digits
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

  /** What a rightly checked code of this rule stands for. */
  CodeReading read(String code) {
    String itemCode = code.substring(0, prefix.length() + itemDigits);
    BigDecimal value = new BigDecimal(value(code)).movePointLeft(decimals);
    return kind == Kind.WEIGHT
        ? CodeReading.weighed(itemCode, value)
        : CodeReading.priced(itemCode, new Money(value));
  }

  /** Which check digits of a code are wrong, in words; none if it is right. */
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

  /** Whether the value of a code is 0: nothing is sold by a label that says nothing. */
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
