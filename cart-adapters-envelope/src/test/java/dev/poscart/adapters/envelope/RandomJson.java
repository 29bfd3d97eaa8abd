package dev.poscart.adapters.envelope;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random JSON, in one of its many spellings. */
final class RandomJson {

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "B",
          "_",
          "りんご",
          "🍎",
          "\uff5e",
          "\ue000",
          "\ud83c",
          "\"\\/",
          "\u0000\u001f\u007f",
          "\b\f\n\r\t",
          "%<>&'",
          "é\u2028",
          "amount");

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  @Nullable Object value(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> text();
      case 1 -> random.nextBoolean() ? (Object) random.nextBoolean() : null;
      case 2 -> random.nextLong() >> random.nextInt(64);
      case 3 -> new BigInteger(200, random);
      case 4 -> finite(random);
      case 5 -> list(depth - 1);
      default -> object(depth - 1);
    };
  }

  /** Any bit pattern that is a finite number, and amounts as tills have them. */
  static double finite(Random random) {
    double any = Double.longBitsToDouble(random.nextLong());
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(10_000_000) / 100.0;
      case 1 -> random.nextInt(1_000) * Math.pow(10, random.nextInt(40) - 20);
      case 2 -> Double.longBitsToDouble(random.nextInt(1_000));
      default -> Double.isFinite(any) ? any : 0.0;
    };
  }

  /** The tree as JSON with members in any order, blanks anywhere and some letters escaped. */
  String spelled(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> members) {
      List<Map.Entry<?, ?>> shuffled = new ArrayList<>(members.entrySet());
      Collections.shuffle(shuffled, random);
      return shuffled.stream()
          .map(each -> blank() + spelled(each.getKey()) + blank() + ":" + spelled(each.getValue()))
          .collect(Collectors.joining(",", "{", blank() + "}"));
    }
    if (tree instanceof List<?> elements) {
      return elements.stream()
          .map(each -> blank() + spelled(each) + blank())
          .collect(Collectors.joining(",", "[", blank() + "]"));
    }
    return tree instanceof String text ? quoted(text) : String.valueOf(tree);
  }

  private String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean escape =
          unit < 0x20
              || unit == '"'
              || unit == '\\'
              || Character.isSurrogate(unit)
              || random.nextInt(4) == 0;
      json.append(escape ? "\\u%04X".formatted((int) unit) : unit);
    }
    return json.append('"').toString();
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size())) + TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** The parser refuses half of a surrogate pair in a name. */
  private String name() {
    return text().replace("\ud83c", "").replace("\udf4e", "\ud83c\udf4e");
  }

  private String blank() {
    return random.nextInt(3) == 0 ? " \n\t" : "";
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      list.add(value(depth));
    }
    return list;
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.put(name(), value(depth));
    }
    return object;
  }
}
