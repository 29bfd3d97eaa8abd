package dev.poscart.adapters.mongo;

import dev.poscart.domain.port.PortException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * Converts the domain's plain documents to BSON and back. Decimal numbers become Decimal128, digit
 * for digit, or, in documents that kugelpos reads too, binary floating point where that keeps their
 * value. Binary floating point is read as the shortest decimal number that it stands for. Values
 * without a counterpart are refused.
 */
final class BsonDocuments {

  private BsonDocuments() {}

  /**
   * Converts a plain document to BSON.
   *
   * @throws PortException PERMANENT_FAILURE, if a value has no exact counterpart
   */
  static Document toBson(Map<String, Object> plain) {
    return toBson(plain, BsonDocuments::toDecimal128);
  }

  /**
   * Converts a plain document to BSON that kugelpos can read: decimal numbers become 64-bit binary
   * floating point, unless they have more digits than that keeps.
   *
   * @throws PortException PERMANENT_FAILURE, if a value has no exact counterpart
   */
  static Document toKugelposBson(Map<String, Object> plain) {
    return toBson(plain, BsonDocuments::toDoubleIfExact);
  }

  private static Document toBson(
      Map<String, Object> plain, BiFunction<String, BigDecimal, Object> number) {
    Document document = new Document();
    plain.forEach((key, value) -> document.put(key, toBsonValue(key, value, number)));
    return document;
  }

  /**
   * Converts BSON to a plain document.
   *
   * @throws PortException PERMANENT_FAILURE, if it contains a value that a plain document cannot
   *     hold
   */
  static Map<String, Object> toPlain(Map<?, ?> bson) {
    Map<String, Object> plain = new LinkedHashMap<>();
    bson.forEach((key, value) -> put(plain, String.valueOf(key), value));
    return plain;
  }

  @SuppressWarnings("NullAway") // a plain document holds null for a declared field without a value
  private static void put(Map<String, Object> plain, String key, @Nullable Object value) {
    plain.put(key, toPlainValue(key, value));
  }

  private static @Nullable Object toBsonValue(
      String key, @Nullable Object value, BiFunction<String, BigDecimal, Object> number) {
    if (value instanceof BigDecimal decimal) {
      return number.apply(key, decimal);
    }
    if (value instanceof Map<?, ?> map) {
      return toBson(toStringKeys(map), number);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> converted = new ArrayList<>(list.size());
      list.forEach(element -> converted.add(toBsonValue(key, element, number)));
      return converted;
    }
    return sameInBoth(key, value);
  }

  private static @Nullable Object toPlainValue(String key, @Nullable Object value) {
    if (value instanceof Decimal128 decimal) {
      return toBigDecimal(key, decimal);
    }
    if (value instanceof Double number) {
      return toBigDecimal(key, number);
    }
    if (value instanceof Map<?, ?> map) {
      return toPlain(map);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> converted = new ArrayList<>(list.size());
      list.forEach(element -> converted.add(toPlainValue(key, element)));
      return converted;
    }
    return sameInBoth(key, value);
  }

  private static @Nullable Object sameInBoth(String key, @Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      return value;
    }
    throw unconvertible(
        "%s: a %s (expected: string, boolean, integer, decimal, list or document)"
            .formatted(key, value.getClass().getSimpleName()));
  }

  private static Decimal128 toDecimal128(String key, BigDecimal value) {
    try {
      return new Decimal128(value);
    } catch (NumberFormatException e) {
      throw unconvertible(key + ": too many digits (expected: a number of at most 34)");
    }
  }

  private static Object toDoubleIfExact(String key, BigDecimal value) {
    double number = value.doubleValue();
    boolean isExact = Double.isFinite(number) && BigDecimal.valueOf(number).compareTo(value) == 0;
    return isExact ? (Object) number : toDecimal128(key, value);
  }

  private static BigDecimal toBigDecimal(String key, Decimal128 value) {
    try {
      return value.bigDecimalValue();
    } catch (ArithmeticException e) {
      throw unconvertible(key + ": infinite or not a number (expected: a finite decimal number)");
    }
  }

  /** The shortest decimal number that is stored as this one. */
  private static BigDecimal toBigDecimal(String key, Double value) {
    if (!Double.isFinite(value)) {
      throw unconvertible(key + ": " + value + " (expected: a finite decimal number)");
    }
    return BigDecimal.valueOf(value);
  }

  private static Map<String, Object> toStringKeys(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      putAsIs(result, String.valueOf(entry.getKey()), entry.getValue());
    }
    return result;
  }

  @SuppressWarnings("NullAway") // as above
  private static void putAsIs(Map<String, Object> target, String key, @Nullable Object value) {
    target.put(key, value);
  }

  private static PortException unconvertible(String message) {
    return new PortException(
        DriverFailures.PORT, PortException.Category.PERMANENT_FAILURE, message);
  }
}
