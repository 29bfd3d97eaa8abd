package dev.poscart.domain.receipt;

import dev.poscart.domain.model.ReceiptNote.Alignment;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts and pads text by the columns that it takes on paper. */
final class Columns {

  /** What a reader takes for one character: a base with its marks, joined emoji, a flag. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private Columns() {}

  /** How many columns the text takes. */
  static int of(String text) {
    return text.codePoints().map(CharacterWidth::of).sum();
  }

  /** The longest beginning that takes at most {@code width} columns and ends between characters. */
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

  /** The text from its first character that is no blank on; a mark on a blank is none. */
  static String withoutLeadingBlanks(String text) {
    int start = 0;
    Matcher characters = CHARACTER.matcher(text);
    while (characters.find() && characters.group().isBlank()) {
      start = characters.end();
    }
    return text.substring(start);
  }

  /** Adds spaces at the end up to {@code width}; a wider text is left as it is. */
  static String padEnd(String text, int width) {
    return text + spaces(width - of(text));
  }

  /** Adds spaces at the start up to {@code width}; a wider text is left as it is. */
  static String padStart(String text, int width) {
    return spaces(width - of(text)) + text;
  }

  /** Exactly {@code width} columns; a centred text stands left of the middle if it must. */
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
