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

  private static final int USUAL_LENGTH = 16_384;

  private final CanonicalBytes out = new CanonicalBytes(USUAL_LENGTH);

  private CanonicalJson() {}

  /**
   * Writes a tree.
   *
   * @param tree of the types that {@link JsonTree} makes
   * @throws MalformedEnvelopeException if a number is infinite, for which JSON has no notation
   */
  static CanonicalBytes of(@Nullable Object tree) throws MalformedEnvelopeException {
    CanonicalJson json = new CanonicalJson();
    try {
      json.value(tree);
    } catch (IllegalArgumentException e) {
      throw new MalformedEnvelopeException(String.valueOf(e.getMessage()));
    }
    return json.out;
  }

  private void value(@Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      object(members);
    } else if (value instanceof List<?> elements) {
      array(elements);
    } else if (value instanceof String text) {
      out.text(text);
    } else if (value instanceof Double number) {
      out.number(number);
    } else if (value instanceof Long number) {
      out.integer(number);
    } else {
      // Longer integers, true, false and null are written as Java does.
      out.append(String.valueOf(value));
    }
  }

  private void object(Map<?, ?> members) {
    char separator = '{';
    if (areSorted(members.keySet())) {
      for (Map.Entry<?, ?> member : members.entrySet()) {
        separator = member(separator, (String) member.getKey(), member.getValue());
      }
    } else {
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
  private char member(char separator, String name, @Nullable Object value) {
    out.append(separator).text(name).append(':');
    value(value);
    return ',';
  }

  private void array(List<?> elements) {
    out.append('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      value(elements.get(i));
    }
    out.append(']');
  }
}
