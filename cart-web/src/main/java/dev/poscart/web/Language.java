package dev.poscart.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages of texts for people. */
enum Language {
  JAPANESE,
  ENGLISH;

  /**
   * One element of {@code Accept-Language} (RFC 9110, 12.5.4). Weights with more than three decimal
   * places do not match.
   */
  private static final Pattern RANGE =
      Pattern.compile(
          "[ \\t]*+(?<tag>[A-Za-z]{1,8}|\\*)(?:-[A-Za-z0-9]{1,8})*+"
              + "(?:[ \\t]*+;[ \\t]*+[qQ]=(?<weight>0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?[ \\t]*+");

  /**
   * Chooses the language from all lines of {@code Accept-Language}.
   *
   * <p>Malformed elements are ignored, so no header value fails a request.
   *
   * @return the language with the greatest weight, the first if there are several; Japanese if
   *     there is none
   */
  static Language of(List<String> lines) {
    Language best = JAPANESE;
    BigDecimal max = BigDecimal.ZERO;
    for (String line : lines) {
      for (String element : line.split(",", -1)) {
        Matcher range = RANGE.matcher(element);
        if (range.matches() && isOffered(range.group("tag")) && weight(range).compareTo(max) > 0) {
          max = weight(range);
          best = ofTag(range.group("tag"));
        }
      }
    }
    return best;
  }

  private static boolean isOffered(String tag) {
    return tag.equals("*") || tag.equalsIgnoreCase("ja") || tag.equalsIgnoreCase("en");
  }

  private static Language ofTag(String tag) {
    return tag.equalsIgnoreCase("en") ? ENGLISH : JAPANESE;
  }

  private static BigDecimal weight(Matcher range) {
    String weight = range.group("weight");
    return weight == null ? BigDecimal.ONE : new BigDecimal(weight);
  }
}
