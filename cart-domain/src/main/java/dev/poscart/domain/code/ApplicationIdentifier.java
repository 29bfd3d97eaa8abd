package dev.poscart.domain.code;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The extent of a GS1 application identifier and its data, which the first two digits of the
 * identifier determine (GS1 General Specifications, 7.8.4 and 3.2).
 *
 * @param length number of digits of the identifier itself
 * @param fixed total length of identifier and data if predefined; 0: the data extends to the next
 *     separator
 */
record ApplicationIdentifier(int length, int fixed) {

  /** GTINs, dates, variants, trade measures and locations; all others have no predefined length. */
  private static final Map<String, Integer> FIXED =
      Map.ofEntries(
          Map.entry("00", 20),
          Map.entry("01", 16),
          Map.entry("02", 16),
          Map.entry("03", 16),
          Map.entry("04", 18),
          Map.entry("11", 8),
          Map.entry("12", 8),
          Map.entry("13", 8),
          Map.entry("14", 8),
          Map.entry("15", 8),
          Map.entry("16", 8),
          Map.entry("17", 8),
          Map.entry("18", 8),
          Map.entry("19", 8),
          Map.entry("20", 4),
          Map.entry("31", 10),
          Map.entry("32", 10),
          Map.entry("33", 10),
          Map.entry("34", 10),
          Map.entry("35", 10),
          Map.entry("36", 10),
          Map.entry("41", 16));

  private static final Set<String> TWO_DIGITS =
      Set.of(
          "10", "21", "22", "30", "37", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99");
  private static final Set<String> THREE_DIGITS = Set.of("23", "24", "25", "40", "41", "42", "71");
  private static final Set<String> FOUR_DIGITS =
      Set.of("31", "32", "33", "34", "35", "36", "39", "43", "70", "72", "80", "81", "82");

  /** The identifier at a position; empty if GS1 has assigned none. */
  static Optional<ApplicationIdentifier> at(String text, int place) {
    if (place + 2 > text.length()) {
      return Optional.empty();
    }
    String first = text.substring(place, place + 2);
    int fixed = FIXED.getOrDefault(first, 0);
    return length(first, fixed).map(length -> new ApplicationIdentifier(length, fixed));
  }

  private static Optional<Integer> length(String first, int fixed) {
    if (FOUR_DIGITS.contains(first)) {
      return Optional.of(4);
    }
    if (THREE_DIGITS.contains(first)) {
      return Optional.of(3);
    }
    return fixed > 0 || TWO_DIGITS.contains(first) ? Optional.of(2) : Optional.empty();
  }

  /**
   * Where the data of the identifier at {@code place} ends; at the end of the text if it is
   * truncated.
   */
  int end(String text, int place) {
    int separator = text.indexOf(ScannedText.SEPARATOR, place);
    int last = separator < 0 ? text.length() : separator;
    return fixed > 0 ? Math.min(place + fixed, last) : last;
  }
}
