package dev.poscart.domain.usecase.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parses a literal of lists, objects and quoted strings, in JSON or with single quotes. Other
 * values are skipped and returned as {@link #OTHER}.
 */
final class LiteralReader {

  /** Represents a value that is neither a string nor a list nor an object. */
  static final Object OTHER = new Object();

  private static final int MAX_DEPTH = 32;

  private final String source;
  private int at;

  private LiteralReader(String source) {
    this.source = source;
  }

  /** The value; empty unless the text is exactly one literal. */
  static Optional<Object> read(String text) {
    LiteralReader reader = new LiteralReader(text);
    try {
      Object value = reader.value(0);
      reader.skipBlanks();
      return reader.at == text.length() ? Optional.of(value) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Object value(int depth) {
    if (depth > MAX_DEPTH) {
      throw unreadable();
    }
    return switch (peek()) {
      case '[' -> list(depth);
      case '{' -> object(depth);
      case '"', '\'' -> text();
      default -> word();
    };
  }

  private List<Object> list(int depth) {
    List<Object> entries = new ArrayList<>();
    at++;
    while (peek() != ']') {
      entries.add(value(depth + 1));
      endOfEntry(']');
    }
    at++;
    return entries;
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> entries = new HashMap<>();
    at++;
    while (peek() != '}') {
      String key = text();
      if (peek() != ':') {
        throw unreadable();
      }
      at++;
      entries.put(key, value(depth + 1));
      endOfEntry('}');
    }
    at++;
    return entries;
  }

  private void endOfEntry(char end) {
    if (peek() == ',') {
      at++;
    } else if (peek() != end) {
      throw unreadable();
    }
  }

  private String text() {
    char quote = peek();
    if (quote != '"' && quote != '\'') {
      throw unreadable();
    }
    at++;
    StringBuilder text = new StringBuilder();
    while (current() != quote) {
      text.append(current() == '\\' ? escaped() : current());
      at++;
    }
    at++;
    return text.toString();
  }

  private char escaped() {
    at++;
    return switch (current()) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> current();
    };
  }

  private char unicode() {
    if (at + 4 >= source.length()) {
      throw unreadable();
    }
    char unit = (char) Integer.parseInt(source, at + 1, at + 5, 16);
    at += 4;
    return unit;
  }

  private Object word() {
    int start = at;
    while (at < source.length() && isWordPart(source.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw unreadable();
    }
    return OTHER;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || "+-._".indexOf(c) >= 0;
  }

  private char peek() {
    skipBlanks();
    return current();
  }

  private char current() {
    if (at >= source.length()) {
      throw unreadable();
    }
    return source.charAt(at);
  }

  private void skipBlanks() {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException("not a literal");
  }
}
