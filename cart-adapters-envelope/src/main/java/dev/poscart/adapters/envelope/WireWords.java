package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.TaxType;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of cart documents and what they stand for. */
final class WireWords {

  static final Map<String, CartStatus> STATUS =
      Map.of(
          "Idle", CartStatus.IDLE,
          "EnteringItem", CartStatus.ENTERING_ITEM,
          "Paying", CartStatus.PAYING,
          "Completed", CartStatus.COMPLETED,
          "Cancelled", CartStatus.CANCELLED);

  static final Map<String, DiscountType> DISCOUNT =
      Map.of(
          "DiscountAmount", DiscountType.AMOUNT,
          "DiscountPercentage", DiscountType.PERCENTAGE);

  static final Map<String, TaxType> TAX =
      Map.of(
          "External", TaxType.EXTERNAL,
          "Internal", TaxType.INTERNAL,
          "Exempt", TaxType.EXEMPT);

  static final Map<String, RoundingMode> ROUNDING =
      Map.of(
          "Round", RoundingMode.HALF_UP,
          "Floor", RoundingMode.FLOOR,
          "Ceil", RoundingMode.CEILING);

  static final Map<String, PaymentKind> PAYMENT =
      Arrays.stream(PaymentKind.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  kind -> kind.name().toLowerCase(Locale.ROOT), Function.identity()));

  static final Map<String, CashRounding> CASH_ROUNDING =
      Map.of("none", CashRounding.NONE, "yen", CashRounding.YEN);

  private WireWords() {}

  /**
   * The word for a value.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <T> String of(Map<String, T> words, T value) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no word for " + value));
  }
}
