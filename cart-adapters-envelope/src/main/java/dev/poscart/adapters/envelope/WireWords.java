package dev.poscart.adapters.envelope;

import dev.poscart.domain.document.KugelposRounding;
import dev.poscart.domain.document.StoredEnumNames;
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

  static final Map<String, CartStatus> STATUS = StoredEnumNames.words(CartStatus.class);

  static final Map<String, DiscountType> DISCOUNT = StoredEnumNames.words(DiscountType.class);

  static final Map<String, TaxType> TAX = StoredEnumNames.words(TaxType.class);

  static final Map<String, RoundingMode> ROUNDING = KugelposRounding.MODES;

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
    for (Map.Entry<String, T> entry : words.entrySet()) {
      if (entry.getValue().equals(value)) {
        return entry.getKey();
      }
    }
    throw new IllegalArgumentException("no word for " + value);
  }
}
