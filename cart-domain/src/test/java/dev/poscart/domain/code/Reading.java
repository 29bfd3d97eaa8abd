package dev.poscart.domain.code;

import dev.poscart.domain.fixtures.SaleTestData;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.List;
import java.util.Optional;

/** Reads codes in a shop with its own labels, and renders the results briefly. */
final class Reading {

  private Reading() {}

  /** The item code, then the price, weight and class that the code carries. */
  static String of(ItemCodeReader reader, String code) {
    return text(reader.read(new KeyedCode(0, code, Optional.empty())));
  }

  static String of(ItemCodeReader reader, String code, String supplement) {
    return text(reader.read(new KeyedCode(0, code, Optional.of(supplement))));
  }

  /** How the code was refused: {@code ITEM_CODE: why}. */
  static String refusal(ItemCodeReader reader, String code) {
    return refusal(() -> of(reader, code));
  }

  static String refusal(ItemCodeReader reader, String code, String supplement) {
    return refusal(() -> of(reader, code, supplement));
  }

  private static String refusal(Runnable read) {
    Refused refused = SaleTestData.refused(read::run);
    if (refused.refusal() != Refusal.INVALID_INPUT) {
      throw new AssertionError(refused.refusal());
    }
    List<InputPlace.Step> steps = refused.place().orElseThrow().steps();
    return steps.get(1) + ": " + refused.detail();
  }

  private static String text(CodeReading reading) {
    return reading.itemCode()
        + reading.price().map(price -> " " + price + " yen").orElse("")
        + reading.kilograms().map(kilograms -> " " + kilograms + " kg").orElse("")
        + reading.classCode().map(classCode -> " class " + classCode).orElse("");
  }
}
