package dev.poscart.domain.code;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an item code stands for.
 *
 * @param itemCode the code to look up in the item master
 * @param price yen for one piece or package, if the code contains a price
 * @param kilograms weight of one package, if the code contains one; the price from the item master
 *     is then per kilogram. A price takes precedence over a weight
 * @param classCode the four-digit classification of a book (C-code)
 */
public record CodeReading(
    String itemCode,
    Optional<Money> price,
    Optional<BigDecimal> kilograms,
    Optional<String> classCode) {

  /** A code that contains only the item. */
  public static CodeReading of(String itemCode) {
    return new CodeReading(itemCode, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A code that contains a price. */
  public static CodeReading priced(String itemCode, Money price) {
    return new CodeReading(itemCode, Optional.of(price), Optional.empty(), Optional.empty());
  }

  /** A code that contains a weight. */
  public static CodeReading weighed(String itemCode, BigDecimal kilograms) {
    return new CodeReading(itemCode, Optional.empty(), Optional.of(kilograms), Optional.empty());
  }

  /** This reading with the data of a supplement; a price missing there is kept. */
  CodeReading with(Supplement supplement) {
    return new CodeReading(
        itemCode, supplement.price().or(() -> price), kilograms, supplement.classCode());
  }
}
