package dev.poscart.adapters.envelope;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what clients with binary floating-point numbers only do to an envelope: they send {@code
 * 808} for {@code 808.0}. The value stays the same, so this makes no forged signature match.
 */
final class FloatPlaces {

  /** The members of a cart document, at any level, that are signed with a fraction. */
  private static final Set<String> AMOUNTS =
      Set.of(
          "total_amount",
          "total_amount_with_tax",
          "tax_amount",
          "change_amount",
          "total_discount_amount",
          "stamp_duty_target_amount",
          "stamp_duty_amount",
          "subtotal_amount",
          "balance_amount",
          "unit_price",
          "unit_price_original",
          "unit_cost",
          "store_price",
          "amount",
          "deposit_amount",
          "surplus_amount",
          "cash_rounding_amount",
          "discount_value",
          "discount_amount",
          "target_amount",
          "rate");

  /** The details of promotions come from the master data, in its own notation. */
  private static final String DETAIL = "detail";

  private static final Set<String> DETAIL_AMOUNTS = Set.of("discountRate");

  private FloatPlaces() {}

  /**
   * The trees that a client may have been given whose numbers it sent as {@code document}. It
   * cannot be told whether the rates in promotion details had a fraction: the first has one, the
   * second has not.
   */
  static List<Map<?, ?>> restored(Map<?, ?> document) {
    return List.of(object(document, AMOUNTS, DETAIL_AMOUNTS), object(document, AMOUNTS, Set.of()));
  }

  private static Map<String, @Nullable Object> object(
      Map<?, ?> members, Set<String> names, Set<String> detailNames) {
    Map<String, @Nullable Object> restored = new LinkedHashMap<>();
    members.forEach(
        (name, value) ->
            restored.put(
                (String) name,
                names.contains((String) name)
                    ? withFraction(value)
                    : value(value, name, names, detailNames)));
    return restored;
  }

  private static @Nullable Object value(
      @Nullable Object value, Object name, Set<String> names, Set<String> detailNames) {
    if (value instanceof Map<?, ?> members) {
      return name.equals(DETAIL)
          ? object(members, detailNames, detailNames)
          : object(members, names, detailNames);
    }
    if (value instanceof List<?> elements) {
      List<@Nullable Object> restored = new ArrayList<>();
      elements.forEach(element -> restored.add(value(element, name, names, detailNames)));
      return restored;
    }
    return value;
  }

  private static @Nullable Object withFraction(@Nullable Object value) {
    return value instanceof Long || value instanceof BigInteger
        ? (Object) ((Number) value).doubleValue()
        : value;
  }
}
