package dev.poscart.domain.receipt;

import dev.poscart.domain.model.ReceiptNote.Alignment;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Truncates and pads text by the columns that it takes on paper. */
final class Columns {

  /** A grapheme cluster: a base with its marks, joined emoji, a flag. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private Columns() {}

  /** The number of columns of a text. */
  static int of(String text) {
    int columns = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      columns += CharacterWidth.of(character);
      at += Character.charCount(character);
    }
    return columns;
  }

  /** The longest prefix of at most {@code width} columns that does not split a grapheme cluster. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    int columns = 0;
    int end = 0;
    Matcher characters = CHARACTER.matcher(text);
    while (characters.find()) {
      columns += of(characters.group());
      if (columns > width) {
        break;
      }
      end = characters.end();
    }
    return text.substring(0, end);
  }

  /** The text without leading blanks; a blank with a combining mark is not blank. */
  static String withoutLeadingBlanks(String text) {
    int start = 0;
    Matcher characters = CHARACTER.matcher(text);
    while (characters.find() && characters.group().isBlank()) {
      start = characters.end();
    }
    return text.substring(start);
  }

  /** Appends spaces up to {@code width} columns; a wider text is unchanged. */
  static String padEnd(String text, int width) {
    return text + spaces(width - of(text));
  }

  /** Prepends spaces up to {@code width} columns; a wider text is unchanged. */
  static String padStart(String text, int width) {
    return spaces(width - of(text)) + text;
  }

  /** Aligns the text in exactly {@code width} columns; centering rounds to the left. */
  static String align(String text, Alignment alignment, int width) {
    String fitted = cut(text, width);
    int before =
        switch (alignment) {
          case LEFT -> 0;
          case CENTER -> (width - of(fitted)) / 2;
          case RIGHT -> width - of(fitted);
        };
    return padEnd(spaces(before) + fitted, width);
  }

  static String spaces(int count) {
    return " ".repeat(Math.max(0, count));
  }
}
