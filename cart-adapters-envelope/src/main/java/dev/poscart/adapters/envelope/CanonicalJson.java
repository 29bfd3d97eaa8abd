package dev.poscart.adapters.envelope;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as the text that is signed: members sorted by name, no blanks, ASCII only, numbers
 * as Python writes them. Equal trees have equal texts, whatever their order and notation was.
 */
final class CanonicalJson {

  private static final String HEX = "0123456789abcdef";
  private static final int USUAL_LENGTH = 8_192;
  private static final int SHORT_LENGTH = 64;

  private final StringBuilder out;

  private CanonicalJson(int length) {
    this.out = new StringBuilder(length);
  }

  /** Writes a text, such as a value of the envelope's header. */
  static String ofText(String text) {
    CanonicalJson json = new CanonicalJson(SHORT_LENGTH);
    json.text(text);
    return json.out.toString();
  }

  /**
   * Writes a tree.
   *
   * @param tree of the types that {@link JsonTree} makes, with {@link Integer}, too
   * @throws MalformedEnvelopeException if a number is infinite, for which JSON has no notation
   */
  static String of(@Nullable Object tree) throws MalformedEnvelopeException {
    CanonicalJson json = new CanonicalJson(USUAL_LENGTH);
    json.value(tree);
    return json.out.toString();
  }

  private void value(@Nullable Object value) throws MalformedEnvelopeException {
    if (value instanceof Map<?, ?> members) {
      object(members);
    } else if (value instanceof List<?> elements) {
      array(elements);
    } else if (value instanceof String text) {
      text(text);
    } else if (value instanceof Double number) {
      number(number);
    } else {
      // Integers, true, false and null are written as Java does.
      out.append(value);
    }
  }

  private void object(Map<?, ?> members) throws MalformedEnvelopeException {
    if (areSorted(members.keySet())) {
      char separator = '{';
      for (Map.Entry<?, ?> member : members.entrySet()) {
        separator = member(separator, (String) member.getKey(), member.getValue());
      }
    } else {
      char separator = '{';
      for (String name : sorted(members.keySet())) {
        separator = member(separator, name, members.get(name));
      }
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }

  /** Whether names come in their order, as they do in what was canonical before. */
  private static boolean areSorted(Collection<?> names) {
    String last = "";
    for (Object each : names) {
      String name = (String) each;
      if (CodePointOrder.INSTANCE.compare(last, name) > 0) {
        return false;
      }
      last = name;
    }
    return true;
  }

  private static List<String> sorted(Collection<?> names) {
    return names.stream().map(String.class::cast).sorted(CodePointOrder.INSTANCE).toList();
  }

  /** Returns what stands before the next member. */
  private char member(char separator, String name, @Nullable Object value)
      throws MalformedEnvelopeException {
    out.append(separator);
    text(name);
    out.append(':');
    value(value);
    return ',';
  }

  private void array(List<?> elements) throws MalformedEnvelopeException {
    out.append('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      value(elements.get(i));
    }
    out.append(']');
  }

  private void number(double value) throws MalformedEnvelopeException {
    if (!Double.isFinite(value)) {
      throw new MalformedEnvelopeException("envelope: an infinite number (expected: a finite one)");
    }
    out.append(FloatText.of(value));
  }

  private void text(String text) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
        out.append(text, written, i);
        escaped(letter);
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private void escaped(char letter) {
    switch (letter) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> unicode(letter);
    }
  }

  private void unicode(char letter) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(letter >> shift & 0xf));
    }
  }
}
