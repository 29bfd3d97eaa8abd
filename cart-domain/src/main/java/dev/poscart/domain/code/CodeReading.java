package dev.poscart.domain.code;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a code stands for.
 *
 * @param itemCode what the item master is asked for
 * @param price yen for one piece or package, where the code carries a price
 * @param kilograms what one package weighs, where the code carries a weight; the master's price is
 *     then for a kilogram. A price counts before a weight
 * @param classCode the four digits by which the book trade classifies a book (C-code)
 */
public record CodeReading(
    String itemCode,
    Optional<Money> price,
    Optional<BigDecimal> kilograms,
    Optional<String> classCode) {

  /** A code that carries nothing but the item. */
  public static CodeReading of(String itemCode) {
    return new CodeReading(itemCode, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A code that carries a price. */
  public static CodeReading priced(String itemCode, Money price) {
    return new CodeReading(itemCode, Optional.of(price), Optional.empty(), Optional.empty());
  }

  /** A code that carries a weight. */
  public static CodeReading weighed(String itemCode, BigDecimal kilograms) {
    return new CodeReading(itemCode, Optional.empty(), Optional.of(kilograms), Optional.empty());
  }

  /** With what a supplement says; what it leaves open stays. */
  CodeReading with(Supplement supplement) {
    return new CodeReading(
        itemCode, supplement.price().or(() -> price), kilograms, supplement.classCode());
  }
}
