package dev.poscart.domain.document;

import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.ReceiptNote;
import java.util.Locale;

/** The stored names of enumerations: {@code ENTERING_ITEM} is stored as {@code EnteringItem}. */
final class StoredEnumNames {

  private StoredEnumNames() {}

  static String of(Enum<?> choice) {
    if (choice instanceof DiscountType) {
      return "Discount" + capitalized(choice.name());
    }
    if (choice instanceof ReceiptNote.Alignment) {
      return choice.name().toLowerCase(Locale.ROOT);
    }
    return capitalized(choice.name());
  }

  private static String capitalized(String name) {
    StringBuilder word = new StringBuilder(name.length());
    for (String part : name.split("_", -1)) {
      word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
    }
    return word.toString();
  }
}
