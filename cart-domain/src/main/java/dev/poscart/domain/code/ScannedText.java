package dev.poscart.domain.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scanned or typed text without what devices add to a code: surrounding blanks and line ends, the
 * symbology identifier (ISO/IEC 15424), and full-width forms.
 *
 * @param text the data of the symbol, or the code as typed
 * @param gs1 whether the symbol contains GS1 element strings, according to its identifier or an
 *     FNC1, which is sent as the control character GS
 */
record ScannedText(String text, boolean gs1) {

  /** The character that represents FNC1. */
  static final char SEPARATOR = '\u001d';

  /** Identifier and modifier, such as {@code ]E0} for EAN-13 or {@code ]d2} for GS1 DataMatrix. */
  private static final Pattern IDENTIFIER = Pattern.compile("\\]([A-Za-z][0-9A-Za-z])");

  private static final Pattern GS1_SYMBOL = Pattern.compile("C1|e0|d2|d5|Q3|Q4|J1|J4");

  /** From the exclamation mark on, full-width characters have the same order as ASCII. */
  private static final char FIRST_FULL_WIDTH = '\uff01';

  private static final char LAST_FULL_WIDTH = '\uff5e';
  private static final char FULL_WIDTH_BLANK = '\u3000';

  static ScannedText of(String sent) {
    String text = trimmed(halfWidth(sent), false);
    Matcher identifier = IDENTIFIER.matcher(text);
    boolean gs1 = false;
    if (identifier.lookingAt()) {
      gs1 = GS1_SYMBOL.matcher(identifier.group(1)).matches();
      text = text.substring(identifier.end());
    }
    text = trimmed(text, true);
    int separator = text.indexOf(SEPARATOR);
    if (separator == 0) {
      text = text.substring(1);
    }
    return new ScannedText(text, gs1 || separator >= 0);
  }

  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      half.append(halfWidth(text.charAt(i)));
    }
    return half.toString();
  }

  private static char halfWidth(char c) {
    if (c == FULL_WIDTH_BLANK) {
      return ' ';
    }
    return c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH ? (char) (c - FIRST_FULL_WIDTH + '!') : c;
  }

  /**
   * Removes surrounding blanks and line ends.
   *
   * @param separators whether to remove trailing separators too, which separate nothing
   */
  private static String trimmed(String text, boolean separators) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && (isBlank(text.charAt(to - 1)) || (separators && isSeparator(text, to)))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSeparator(String text, int end) {
    return text.charAt(end - 1) == SEPARATOR;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00a0' || c == '\t' || c == '\r' || c == '\n';
  }
}
