package dev.poscart.domain.receipt;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Item names as shops may use them, and worse. */
final class RandomTexts {

  /** Printable characters of the texts, with their columns. */
  static final Map<String, Integer> PRINTED =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry(" ", 1),
          Map.entry("<", 1),
          Map.entry("&", 1),
          Map.entry("\"", 1),
          Map.entry("]]>", 3),
          Map.entry("é", 1),
          Map.entry("ｶ", 1),
          Map.entry("ﾞ", 1),
          Map.entry("①", 1),
          Map.entry("❤", 1),
          Map.entry("日", 2),
          Map.entry("か", 2),
          Map.entry("Ａ", 2),
          Map.entry("한", 2),
          Map.entry("𠮷", 2),
          Map.entry("😀", 2),
          Map.entry("👍", 2),
          Map.entry("🏽", 2),
          // A flag is two letters of one column each.
          Map.entry("🇯", 1),
          Map.entry("🇵", 1),
          // A family is its members, one behind the other.
          Map.entry("👨\u200D👩\u200D👧", 6),
          Map.entry("1\uFE0F\u20E3", 1),
          Map.entry("\u20E3", 0),
          Map.entry("ﾟ", 1),
          Map.entry("\u309A", 0),
          Map.entry("\u0301", 0),
          Map.entry("\u3099", 0),
          Map.entry("\u200D", 0),
          Map.entry("\uFE0F", 0));

  /** Characters that must not be printed unchanged. */
  private static final List<String> UNPRINTABLE =
      List.of(
          "\n", "\r\n", "\t", "\0", "\u001B", "\u0085", "\u2028", "\u202E", "\u2066", "\uFEFF",
          "\uD83D", "\uDE00", "\uFFFE", "\uFFFF");

  private static final int MAX_PARTS = 60;

  private final List<String> printed = PRINTED.keySet().stream().sorted().toList();
  private final Random random;

  RandomTexts(long seed) {
    this.random = new Random(seed);
  }

  /** Mostly characters of the table, and one in five that must not be printed. */
  String known() {
    return joined(() -> random.nextInt(5) == 0 ? oneOf(UNPRINTABLE) : oneOf(printed));
  }

  /** UTF-16 code units of all kinds, half surrogate pairs and unassigned ones among them. */
  String any() {
    return joined(() -> String.valueOf((char) random.nextInt(bound())));
  }

  /** A price in hundredths of a yen, up to the highest; whole yen half of the time. */
  long hundredths() {
    long unit = new long[] {100, 100, 10, 1}[random.nextInt(4)];
    return random.nextInt(8) == 0
        ? random.nextInt(2) * 99_999_999_900L
        : random.nextLong(100_000_000_000L / unit) * unit;
  }

  /** Control characters and ASCII come up as often as all the rest. */
  private int bound() {
    return random.nextBoolean() ? 0x80 : Character.MAX_VALUE + 1;
  }

  private String joined(Supplier<String> part) {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(MAX_PARTS + 1); parts > 0; parts--) {
      text.append(part.get());
    }
    return text.toString();
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
