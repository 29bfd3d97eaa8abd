package dev.poscart.adapters.envelope;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text once more, written from its description alone: slowly, with other means than
 * {@link CanonicalJson}, and sharing no code with it.
 */
final class OtherCanonicalJson {

  private OtherCanonicalJson() {}

  static String of(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> members) {
      // The code points in hexadecimal digits of the same number sort as they do themselves.
      TreeMap<String, String> sorted = new TreeMap<>();
      members.forEach(
          (name, value) ->
              sorted.put(sortKey((String) name), string((String) name) + ":" + of(value)));
      return "{" + String.join(",", sorted.values()) + "}";
    }
    if (tree instanceof List<?> elements) {
      return elements.stream()
          .map(OtherCanonicalJson::of)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (tree instanceof String text) {
      return string(text);
    }
    return tree instanceof Double number ? number(number) : String.valueOf(tree);
  }

  private static String sortKey(String name) {
    return name.codePoints().mapToObj("%08x"::formatted).collect(Collectors.joining());
  }

  private static String string(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\b", "\\b")
            .replace("\f", "\\f")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    StringBuilder ascii = new StringBuilder("\"");
    for (int i = 0; i < escaped.length(); i++) {
      char unit = escaped.charAt(i);
      ascii.append(unit < 0x20 || unit > 0x7e ? "\\u%04x".formatted((int) unit) : unit);
    }
    return ascii.append('"').toString();
  }

  /** Tries ever more digits until they read back. */
  static String number(double number) {
    if (number == 0) {
      return Double.doubleToRawLongBits(number) == 0 ? "0.0" : "-0.0";
    }
    BigDecimal exact = new BigDecimal(Math.abs(number));
    String sign = number < 0 ? "-" : "";
    for (int digits = 1; ; digits++) {
      for (RoundingMode mode :
          List.of(RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN)) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (rounded.doubleValue() == Math.abs(number)) {
          return sign + layout(rounded.unscaledValue().toString(), rounded.scale());
        }
      }
    }
  }

  private static String layout(String unscaled, int scale) {
    String digits = unscaled.replaceFirst("0+$", "");
    int point = unscaled.length() - scale;
    if (point > -4 && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point > 0 && point <= 16) {
      return digits.length() > point
          ? digits.substring(0, point) + "." + digits.substring(point)
          : digits + "0".repeat(point - digits.length()) + ".0";
    }
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return "%c%se%s%02d"
        .formatted(digits.charAt(0), fraction, point - 1 < 0 ? "-" : "+", Math.abs(point - 1));
  }
}
