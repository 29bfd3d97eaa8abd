package dev.poscart.domain.code;

import static dev.poscart.domain.model.InputField.SUPPLEMENT;

import dev.poscart.domain.model.Money;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The second code of a Japanese book or the five-digit add-on of a Japanese magazine, which
 * contains the publisher's price without tax (Japan Publishing Organization for Information
 * Infrastructure Development, code manuals for books and periodicals).
 *
 * @param price empty if the code says 0, as it does for prices with too many digits
 * @param classCode the C-code of a book
 */
record Supplement(Optional<Money> price, Optional<String> classCode) {

  private static final Pattern BOOK = Pattern.compile("97[89][0-9]{10}");
  private static final Pattern MAGAZINE = Pattern.compile("491[0-9]{10}");

  /** The prefix 191 was used until 1997; class, price and check digit are the same. */
  private static final Pattern SECOND_CODE = Pattern.compile("19[12]([0-9]{4})([0-9]{5})[0-9]");

  private static final Pattern ADD_ON = Pattern.compile("[0-9]{5}");

  /** Both codes of a book, or the code and add-on of a magazine, as some scanners send them. */
  private static final Pattern TOGETHER =
      Pattern.compile("(" + BOOK + ")(" + SECOND_CODE + ")|(" + MAGAZINE + ")(" + ADD_ON + ")");

  /**
   * Splits a code that a scanner has sent together with its supplement.
   *
   * @return the code with its supplement; empty for other codes
   */
  static Optional<KeyedCode> apart(KeyedCode keyed, String code) {
    Matcher both = TOGETHER.matcher(code);
    if (!both.matches() || !CheckDigit.isRight(code.substring(0, 13))) {
      return Optional.empty();
    }
    return Optional.of(
        new KeyedCode(
            keyed.entry(),
            code.substring(0, 13),
            keyed.supplement().or(() -> Optional.of(code.substring(13)))));
  }

  /**
   * Reads the supplement of an item.
   *
   * @param itemCode the item's code, with any number of leading zeros
   */
  static Supplement read(KeyedCode keyed, String itemCode, String supplement) {
    String item = Gtin.of(itemCode).map(Gtin::usual).orElse(itemCode);
    if (BOOK.matcher(item).matches()) {
      return ofBook(keyed, supplement);
    }
    if (MAGAZINE.matcher(item).matches()) {
      return ofMagazine(keyed, supplement);
    }
    throw keyed.refused(
        SUPPLEMENT,
        "'"
            + supplement
            + "' (expected: none, because item code "
            + itemCode
            + " is neither a book, 978 or 979, nor a magazine, 491)");
  }

  private static Supplement ofBook(KeyedCode keyed, String supplement) {
    Matcher parts = SECOND_CODE.matcher(supplement);
    if (!parts.matches()) {
      throw keyed.refused(
          SUPPLEMENT,
          "'"
              + supplement
              + "' (expected: the second code of the book, 13 digits beginning with 192 or 191)");
    }
    if (!CheckDigit.isRight(supplement)) {
      throw keyed.refused(SUPPLEMENT, "second code " + supplement + " has a wrong check digit");
    }
    return new Supplement(price(parts.group(2)), Optional.of(parts.group(1)));
  }

  private static Supplement ofMagazine(KeyedCode keyed, String supplement) {
    if (!ADD_ON.matcher(supplement).matches()) {
      throw keyed.refused(
          SUPPLEMENT, "'" + supplement + "' (expected: the add-on of the magazine, 5 digits)");
    }
    return new Supplement(price(supplement), Optional.empty());
  }

  private static Optional<Money> price(String digits) {
    return Optional.of(Money.of(digits)).filter(Money::isPositive);
  }
}
