package dev.poscart.domain.document;

import dev.poscart.domain.model.Sha256;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 over a document in a canonical form, independent of its storage: fields sorted by name,
 * numbers by value, each value preceded by its kind and length, so that adjacent values cannot be
 * confused.
 */
final class Fingerprint {

  private final MessageDigest digest = Sha256.digest();

  private Fingerprint() {}

  /**
   * Computes the fingerprint.
   *
   * @param purpose separates hashes of different things
   * @return 64 hexadecimal digits
   */
  static String of(String purpose, Map<String, Object> document) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.text(purpose);
    fingerprint.fields(document);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  @SuppressWarnings("NullAway") // a declared field without a value holds null
  private void fields(Map<?, ?> document) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    document.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    head('m', sorted.size());
    sorted.forEach(
        (key, value) -> {
          text(key);
          value(value);
        });
  }

  @SuppressWarnings("NullAway") // see fields
  private void value(Object value) {
    if (value == null) {
      head('n', 0);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Boolean flag) {
      head('b', flag ? 1 : 0);
    } else if (value instanceof Number number) {
      number(decimal(number));
    } else if (value instanceof Map<?, ?> document) {
      fields(document);
    } else if (value instanceof List<?> list) {
      head('l', list.size());
      list.forEach(this::value);
    } else {
      throw new IllegalStateException("a " + value.getClass().getSimpleName() + " in a document");
    }
  }

  private void text(String text) {
    bytes('s', text);
  }

  /** Never expanded: an exponent can stand for more digits than memory can hold. */
  private void number(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    bytes('d', shortest.unscaledValue() + "e" + -(long) shortest.scale());
  }

  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (number instanceof Integer || number instanceof Long) {
      return BigDecimal.valueOf(number.longValue());
    }
    throw new IllegalStateException("a " + number.getClass().getSimpleName() + " in a document");
  }

  private void bytes(char kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    head(kind, bytes.length);
    digest.update(bytes);
  }

  private void head(char kind, int size) {
    digest.update((kind + Integer.toString(size) + ":").getBytes(StandardCharsets.US_ASCII));
  }
}
