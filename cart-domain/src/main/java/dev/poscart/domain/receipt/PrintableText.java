package dev.poscart.domain.receipt;

/**
 * Makes external text (names, headers, ids) safe to print: it can neither end a line, nor control
 * the printer, nor break the XML.
 */
final class PrintableText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private PrintableText() {}

  /**
   * Replaces control characters and line separators by a space, and characters that XML 1.0 does
   * not allow by {@code ?}. Removes invisible formatting characters, which can reverse the digits
   * of an amount on a screen, except for the joiners that scripts and emoji need.
   */
  static String of(String text) {
    int kept = 0;
    while (kept < text.length() && isPlain(text.charAt(kept))) {
      kept++;
    }
    if (kept == text.length()) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length()).append(text, 0, kept);
    text.substring(kept).codePoints().forEach(codePoint -> append(printable, codePoint));
    return printable.toString();
  }

  /** Nearly all texts consist of ASCII, kana and ideographs only, and stay as they are. */
  private static boolean isPlain(char character) {
    return (character >= ' ' && character < 0x7F) || (character > 0x3000 && character <= 0x9FFF);
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
