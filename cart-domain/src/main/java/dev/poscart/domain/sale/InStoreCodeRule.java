package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the codes of one prefix are read: prefix, item, value, check digit; thirteen digits in all.
 *
 * @param prefix 02 or 20 to 29, which GS1 leaves to the stores
 * @param itemDigits how many digits behind the prefix name the item; the rest is the value
 * @param decimals how many digits of the value stand behind the point
 */
public record InStoreCodeRule(String prefix, int itemDigits, Kind kind, int decimals) {

  /** What the value is. */
  public enum Kind {
    /** Yen for one package. */
    PRICE,
    /** Kilograms of one package. */
    WEIGHT
  }

  private static final int DIGITS = 10;

  private static final Pattern TEXT =
      Pattern.compile("(02|2[0-9]):([1-9]):([1-9]):(price|weight)(?::([0-3]))?");

  /**
   * Reads a rule.
   *
   * @param text {@code prefix:itemDigits:valueDigits:kind[:decimals]}, such as {@code
   *     28:5:5:weight:3}; without decimals a price has none and a weight three
   * @return empty if it is none, or its digits are not ten
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
    return itemDigits + valueDigits == DIGITS
        ? Optional.of(new InStoreCodeRule(parts.group(1), itemDigits, kind, decimals))
        : Optional.empty();
  }

  boolean covers(String code) {
    return code.startsWith(prefix);
  }

  /** The entry that a rightly checked code of this rule stands for. */
  ItemEntry read(ItemEntry keyed) {
    String code = keyed.itemCode();
    int valueAt = prefix.length() + itemDigits;
    String itemCode = code.substring(0, valueAt);
    BigDecimal value =
        new BigDecimal(code.substring(valueAt, code.length() - 1)).movePointLeft(decimals);
    // A price that is keyed in with the code is what the cashier wants.
    if (kind == Kind.WEIGHT && keyed.unitPrice().isEmpty()) {
      return new ItemEntry(itemCode, keyed.quantity(), Optional.empty(), Optional.of(value));
    }
    Money price = keyed.unitPrice().orElseGet(() -> new Money(value));
    return new ItemEntry(itemCode, keyed.quantity(), Optional.of(price));
  }

  /** Whether the value of a code is 0: nothing is sold by a label that says nothing. */
  boolean isEmpty(String code) {
    return code.substring(prefix.length() + itemDigits, code.length() - 1)
        .chars()
        .allMatch(c -> c == '0');
  }

  static boolean areDistinct(List<InStoreCodeRule> rules) {
    return rules.stream().map(InStoreCodeRule::prefix).distinct().count() == rules.size();
  }
}
