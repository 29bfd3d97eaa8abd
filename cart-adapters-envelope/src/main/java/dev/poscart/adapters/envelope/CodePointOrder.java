package dev.poscart.adapters.envelope;

import java.util.Comparator;

/**
 * Orders texts by Unicode code point, as Python does. {@link String#compareTo} orders by UTF-16
 * unit, which puts supplementary characters before U+E000 to U+FFFF.
 */
final class CodePointOrder {

  static final Comparator<String> INSTANCE = CodePointOrder::compare;

  private CodePointOrder() {}

  private static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      if (left.charAt(i) != right.charAt(i)) {
        // The second half of a pair alone would not be its code point.
        int start = i > 0 && Character.isHighSurrogate(left.charAt(i - 1)) ? i - 1 : i;
        return Integer.compare(left.codePointAt(start), right.codePointAt(start));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
