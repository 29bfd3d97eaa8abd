package dev.poscart.domain.receipt;

/**
 * Text from outside (names, headers, ids) made fit to print: it can neither end a line, nor steer
 * the printer, nor break the XML.
 */
final class PrintableText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private PrintableText() {}

  /**
   * Replaces controls and line separators by a space, and by {@code ?} what XML 1.0 cannot hold.
   * Invisible formatting goes, since it can reverse the digits of an amount on a screen; only the
   * joiners stay, which scripts and emoji need.
   */
  static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(printable, codePoint));
    return printable.toString();
  }

  private static void append(StringBuilder printable, int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          printable.append(' ');
      case Character.SURROGATE -> printable.append('?');
      case Character.FORMAT -> {
        if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
          printable.appendCodePoint(codePoint);
        }
      }
      default -> {
        if (codePoint == 0xFFFE || codePoint == 0xFFFF) {
          printable.append('?');
        } else {
          printable.appendCodePoint(codePoint);
        }
      }
    }
  }
}
