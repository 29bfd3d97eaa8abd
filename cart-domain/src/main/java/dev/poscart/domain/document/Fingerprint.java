package dev.poscart.domain.document;

import dev.poscart.domain.model.Sha256;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * SHA-256 over a document in a canonical form, independent of its storage: fields sorted by name,
 * numbers by value, each value preceded by its kind and length, so that adjacent values cannot be
 * confused.
 */
final class Fingerprint {

  private static final Comparator<Map.Entry<?, ?>> BY_NAME =
      Comparator.comparing(field -> (String) field.getKey());

  /** The digest is fed in pieces of this size: each call of it costs as much as many bytes. */
  private static final int BUFFER = 8192;

  /** A kind, the digits of a size, and a colon. */
  private static final int MAX_HEAD = 12;

  /** Any number of so many digits fits into a long, which is written faster. */
  private static final int DIGITS_OF_LONG = 18;

  private final MessageDigest digest = Sha256.digest();
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] head = new byte[MAX_HEAD];
  private int filled;

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
    fingerprint.flush();
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void fields(Map<?, ?> document) {
    Map.Entry<?, ?>[] sorted = document.entrySet().toArray(new Map.Entry<?, ?>[0]);
    Arrays.sort(sorted, BY_NAME);
    head('m', sorted.length);
    for (Map.Entry<?, ?> field : sorted) {
      text((String) field.getKey());
      value(field.getValue());
    }
  }

  @SuppressWarnings("NullAway") // a declared field without a value holds null
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
    bytes('s', text.getBytes(StandardCharsets.UTF_8));
  }

  /** Never expanded: an exponent can stand for more digits than memory can hold. */
  private void number(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    int scale = shortest.scale();
    String unscaled =
        shortest.precision() <= DIGITS_OF_LONG
            ? Long.toString(shortest.scaleByPowerOfTen(scale).longValue())
            : shortest.unscaledValue().toString();
    bytes('d', (unscaled + "e" + -(long) scale).getBytes(StandardCharsets.US_ASCII));
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

  private void bytes(char kind, byte[] bytes) {
    head(kind, bytes.length);
    put(bytes, 0, bytes.length);
  }

  private void head(char kind, int size) {
    int at = MAX_HEAD;
    head[--at] = ':';
    int rest = size;
    do {
      head[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    head[--at] = (byte) kind;
    put(head, at, MAX_HEAD - at);
  }

  private void put(byte[] bytes, int from, int length) {
    if (length > BUFFER - filled) {
      flush();
    }
    if (length > BUFFER) {
      digest.update(bytes, from, length);
      return;
    }
    System.arraycopy(bytes, from, buffer, filled, length);
    filled += length;
  }

  private void flush() {
    digest.update(buffer, 0, filled);
    filled = 0;
  }
}
