package dev.poscart.domain.document;

import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.ReceiptNote;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stored names of enumerations: {@code ENTERING_ITEM} is stored as {@code EnteringItem};
 * alignments and the values of delivery records are stored as {@code partially_delivered}.
 */
public final class StoredEnumNames {

  private StoredEnumNames() {}

  /** The values of an enum by their stored names. */
  public static <E extends Enum<E>> Map<String, E> words(Class<E> choices) {
    return Stream.of(choices.getEnumConstants())
        .collect(Collectors.toUnmodifiableMap(StoredEnumNames::of, choice -> choice));
  }

  static String of(Enum<?> choice) {
    if (choice instanceof DiscountType) {
      return "Discount" + capitalized(choice.name());
    }
    return isInSmallLetters(choice)
        ? choice.name().toLowerCase(Locale.ROOT)
        : capitalized(choice.name());
  }

  private static boolean isInSmallLetters(Enum<?> choice) {
    return choice instanceof ReceiptNote.Alignment
        || choice instanceof DeliveryStatus
        || choice instanceof Acknowledgement.Status
        || choice instanceof EventConsumer;
  }

  private static String capitalized(String name) {
    StringBuilder word = new StringBuilder(name.length());
    for (String part : name.split("_", -1)) {
      word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
    }
    return word.toString();
  }
}
