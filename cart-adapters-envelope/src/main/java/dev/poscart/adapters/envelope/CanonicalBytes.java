package dev.poscart.adapters.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects canonical JSON: ASCII only, texts and numbers as Python writes them. */
final class CanonicalBytes {

  private static final String HEX = "0123456789abcdef";
  private static final double MAX_WHOLE = 1e14;
  private static final int LONGEST_ESCAPE = 6;
  private static final int LONGEST_NUMBER = 32;

  private byte[] bytes;
  private int length;

  /**
   * @param expected about how many bytes there will be
   */
  CanonicalBytes(int expected) {
    this.bytes = new byte[expected];
  }

  int length() {
    return length;
  }

  /** The bytes from a position on, not copied: good until more is written. */
  ByteBuffer from(int start) {
    return ByteBuffer.wrap(bytes, start, length - start);
  }

  /** Takes out all bytes; what is written next is the first again. */
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }

  /** Whether nothing was written after this byte. */
  boolean isAtStart(char mark) {
    return length == 0 || bytes[length - 1] == mark;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  CanonicalBytes append(char mark) {
    makeRoom(1);
    bytes[length++] = (byte) mark;
    return this;
  }

  /** Appends what is canonical already. */
  CanonicalBytes append(byte[] canonical) {
    makeRoom(canonical.length);
    System.arraycopy(canonical, 0, bytes, length, canonical.length);
    length += canonical.length;
    return this;
  }

  /** Appends what is canonical already. */
  CanonicalBytes append(String canonical) {
    int count = canonical.length();
    makeRoom(count);
    for (int i = 0; i < count; i++) {
      bytes[length++] = (byte) canonical.charAt(i);
    }
    return this;
  }

  /** Writes a text in quotes. */
  CanonicalBytes text(String text) {
    int count = text.length();
    makeRoom(2 + count);
    bytes[length++] = '"';
    for (int i = 0; i < count; i++) {
      char letter = text.charAt(i);
      if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
        makeRoom(LONGEST_ESCAPE + count - i);
        escaped(letter);
      } else {
        bytes[length++] = (byte) letter;
      }
    }
    bytes[length++] = '"';
    return this;
  }

  /** Writes a whole number without a fraction. */
  CanonicalBytes integer(long value) {
    makeRoom(LONGEST_NUMBER);
    return value < 0 || value > Integer.MAX_VALUE ? append(Long.toString(value)) : digits(value);
  }

  /**
   * Writes a number with a fraction.
   *
   * @throws IllegalArgumentException if it is infinite, for which JSON has no notation
   */
  CanonicalBytes number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("envelope: an infinite number (expected: a finite one)");
    }
    // As nearly all amounts are: whole yen, whose digits are exact.
    return value > 0 && value < MAX_WHOLE && Math.rint(value) == value
        ? integer((long) value).append(".0")
        : append(FloatText.of(value));
  }

  private CanonicalBytes digits(long value) {
    int end = length + 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      end++;
    }
    length = end;
    long rest = value;
    do {
      bytes[--end] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return this;
  }

  private void escaped(char letter) {
    switch (letter) {
      case '"' -> escaped('\\', '"');
      case '\\' -> escaped('\\', '\\');
      case '\b' -> escaped('\\', 'b');
      case '\t' -> escaped('\\', 't');
      case '\n' -> escaped('\\', 'n');
      case '\f' -> escaped('\\', 'f');
      case '\r' -> escaped('\\', 'r');
      default -> {
        escaped('\\', 'u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          bytes[length++] = (byte) HEX.charAt(letter >> shift & 0xf);
        }
      }
    }
  }

  private void escaped(char first, char second) {
    bytes[length++] = (byte) first;
    bytes[length++] = (byte) second;
  }

  private void makeRoom(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
    }
  }
}
