package dev.poscart.adapters.envelope;

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

  private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

  private CanonicalJson() {}

  /**
   * Writes a tree.
   *
   * @param tree of the types that {@link JsonTree} makes, with {@link Integer}, too
   * @throws MalformedEnvelopeException if a number is infinite, for which JSON has no notation
   */
  static String of(@Nullable Object tree) throws MalformedEnvelopeException {
    CanonicalJson json = new CanonicalJson();
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
    List<String> names =
        members.keySet().stream().map(String.class::cast).sorted(CodePointOrder.INSTANCE).toList();
    char separator = '{';
    for (String name : names) {
      out.append(separator);
      text(name);
      out.append(':');
      value(members.get(name));
      separator = ',';
    }
    out.append(names.isEmpty() ? "{}" : "}");
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
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char letter) {
    switch (letter) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (letter >= ' ' && letter <= '~') {
          out.append(letter);
        } else {
          escape(letter);
        }
      }
    }
  }

  private void escape(char letter) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(letter >> shift & 0xf));
    }
  }
}
