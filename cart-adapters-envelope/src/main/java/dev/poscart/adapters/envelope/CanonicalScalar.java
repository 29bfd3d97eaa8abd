package dev.poscart.adapters.envelope;

import com.fasterxml.jackson.core.io.NumberInput;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads texts, numbers and words where they stand, once {@link CanonicalParser} was there. */
final class CanonicalScalar {

  /** A whole number and a power of ten of so many digits are exact in binary floating point. */
  private static final int MAX_EXACT_DIGITS = 15;

  private static final int MAX_LONG_DIGITS = 18;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private CanonicalScalar() {}

  /** Reads the value that starts here. */
  static @Nullable Object read(byte[] json, int start) {
    return switch (json[start]) {
      case '"' -> text(json, start + 1);
      case 't' -> true;
      case 'f' -> false;
      case 'n' -> null;
      default -> number(json, start);
    };
  }

  private static String text(byte[] json, int start) {
    int end = start;
    while (json[end] != '"' && json[end] != '\\') {
      end++;
    }
    String plain = new String(json, start, end - start, StandardCharsets.ISO_8859_1);
    return json[end] == '"' ? plain : escaped(json, end, plain);
  }

  private static String escaped(byte[] json, int start, String before) {
    StringBuilder text = new StringBuilder(before);
    int at = start;
    while (json[at] != '"') {
      if (json[at] != '\\') {
        text.append((char) json[at++]);
      } else if (json[at + 1] == 'u') {
        text.append((char) hexadecimal(json, at + 2));
        at += 6;
      } else {
        text.append(unescaped(json[at + 1]));
        at += 2;
      }
    }
    return text.toString();
  }

  private static int hexadecimal(byte[] json, int start) {
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      value = 16 * value + Character.digit(json[i], 16);
    }
    return value;
  }

  private static char unescaped(byte letter) {
    return switch (letter) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> (char) letter;
    };
  }

  private static Number number(byte[] json, int start) {
    boolean negative = json[start] == '-';
    int at = negative ? start + 1 : start;
    long digits = 0;
    int count = 0;
    int decimals = -1;
    while ((json[at] >= '0' && json[at] <= '9') || json[at] == '.') {
      if (json[at] == '.') {
        decimals = 0;
      } else {
        digits = 10 * digits + json[at] - '0';
        count++;
        decimals += decimals < 0 ? 0 : 1;
      }
      at++;
    }
    if (decimals < 0 && count <= MAX_LONG_DIGITS) {
      return negative ? -digits : digits;
    }
    if (decimals >= 0 && count <= MAX_EXACT_DIGITS) {
      double value = digits / POWERS_OF_TEN[decimals];
      return negative ? -value : value;
    }
    return longNumber(new String(json, start, at - start, StandardCharsets.ISO_8859_1));
  }

  private static Number longNumber(String text) {
    if (text.indexOf('.') >= 0) {
      return NumberInput.parseDouble(text, true);
    }
    BigInteger whole = new BigInteger(text);
    return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
  }
}
