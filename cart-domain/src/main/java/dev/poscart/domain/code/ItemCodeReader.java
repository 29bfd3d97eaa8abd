package dev.poscart.domain.code;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.Optional;

/** Reads item codes from scanners and keyboards. */
public final class ItemCodeReader {

  private final ItemCodeMatching matching;
  private final InStoreCodes inStoreCodes;

  public ItemCodeReader(ItemCodeMatching matching, InStoreCodes inStoreCodes) {
    this.matching = matching;
    this.inStoreCodes = inStoreCodes;
  }

  /**
   * Reads a code.
   *
   * @throws Refused with {@link Refusal#INVALID_INPUT}, naming the field, if a check digit is
   *     wrong, a label contains the value 0, or a supplement does not fit the code
   */
  public CodeReading read(KeyedCode keyed) {
    return matching == ItemCodeMatching.EXACT ? exactly(keyed) : leniently(keyed);
  }

  private CodeReading exactly(KeyedCode keyed) {
    CodeReading reading =
        inStoreCodes.read(keyed, keyed.code()).orElseGet(() -> CodeReading.of(keyed.code()));
    return supplemented(keyed, reading, keyed.supplement());
  }

  private CodeReading leniently(KeyedCode sent) {
    ScannedText scanned = ScannedText.of(sent.code());
    KeyedCode keyed =
        Supplement.apart(sent, scanned.text())
            .orElseGet(() -> new KeyedCode(sent.entry(), scanned.text(), sent.supplement()));
    CodeReading reading =
        ElementString.read(scanned)
            .map(elements -> new TradeItem(keyed, elements).read())
            .orElseGet(() -> CodeReading.of(keyed.code()));
    return supplemented(
        keyed, label(keyed, reading), keyed.supplement().map(text -> ScannedText.of(text).text()));
  }

  /**
   * Element strings may contain an in-store code too; their own price or weight takes precedence.
   */
  private CodeReading label(KeyedCode keyed, CodeReading reading) {
    if (reading.price().isPresent() || reading.kilograms().isPresent()) {
      return reading;
    }
    String code = reading.itemCode();
    return inStoreCodes
        .read(keyed, code)
        .or(() -> inStoreCodes.readWithOtherZeros(keyed, code))
        .orElse(reading);
  }

  private static CodeReading supplemented(
      KeyedCode keyed, CodeReading reading, Optional<String> supplement) {
    return supplement
        .filter(text -> !text.isEmpty())
        .map(text -> reading.with(Supplement.read(keyed, reading.itemCode(), text)))
        .orElse(reading);
  }
}
