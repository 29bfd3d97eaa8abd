package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleTransaction.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.ReceiptSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of any characters that wrap to a second line. */
class WrappedNamesTest {

  private static final int TEXTS = 2_000;
  private static final String AMOUNT = " 100外";
  private static final int JOINER = 0x200D;
  private static final int SKIN_TONE = 0x1F3FD;

  @ParameterizedTest
  @CsvSource({
    // 26 columns are free beside the amount.
    "abcdefghijklmnopqrstuvwxyz, abcdefghijklmnopqrstuvwxyz, ''",
    "abcdefghijklmnopqrstuvwxyz1, abcdefghijklmnopqrstuvwxyz, 1",
    "あいうえおかきくけこさしすせ, あいうえおかきくけこさしす, せ",
    // A column stays free before a character of two columns.
    "1あいうえおかきくけこさしす, 1あいうえおかきくけこさし, す",
    "'abcdefghijklmnopqrstuvwxyz   ', abcdefghijklmnopqrstuvwxyz, ''",
    "abcdefghijklmnopqrstuvwxyz 😀😀, abcdefghijklmnopqrstuvwxyz, 😀😀"
  })
  void name_wraps_ifItDoesNotFit(String name, String first, String second) {
    assertThat(itemLines(name).get(0).replace(AMOUNT, "").stripTrailing()).isEqualTo(first);
    assertThat(itemLines(name).stream().skip(1).map(String::strip).toList())
        .isEqualTo(second.isEmpty() ? List.of() : List.of(second));
  }

  @Test
  void anyName_takesAtMostTwoLines_andBreaksBetweenCharacters() {
    Seeds.each(
        TEXTS,
        seed -> {
          String name = new RandomTexts(seed).known();
          List<String> lines = itemLines(name);

          assertThat(lines).hasSizeBetween(1, 2);
          assertThat(lines).allSatisfy(line -> assertThat(Columns.of(line)).isEqualTo(32));
          assertThat(lines.get(0)).endsWith(AMOUNT);
          if (lines.size() == 2) {
            assertBreaksAreBetweenCharacters(PrintableText.of(name), lines);
          }
        });
  }

  private static void assertBreaksAreBetweenCharacters(String name, List<String> lines) {
    String first = lines.get(0).replace(AMOUNT, "").stripTrailing();
    String second = lines.get(1).substring("  ".length()).stripTrailing();
    int start = name.indexOf(second, first.length());
    assertThat(name).startsWith(first);
    assertThat(name.substring(first.length(), start)).isBlank();
    assertThat(joins(name, start)).as("%s at %d", name, start).isFalse();
    assertThat(joins(name, start + second.length())).as("%s after %s", name, second).isFalse();
  }

  /** Whether the characters before and after a place belong together. */
  private static boolean joins(String name, int place) {
    if (place == 0 || place == name.length()) {
      return false;
    }
    int after = name.codePointAt(place);
    return switch (Character.getType(after)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SURROGATE -> true;
      default -> after == JOINER || after == SKIN_TONE || joinsFamily(name.substring(0, place));
    };
  }

  private static boolean joinsFamily(String before) {
    return before.endsWith("👨\u200D") || before.endsWith("👨\u200D👩\u200D");
  }

  /** The text between the first two rules. */
  private static List<String> itemLines(String name) {
    ReceiptSettings settings =
        new ReceiptSettings(
            NumberRange.DEFAULT, Optional.empty(), List.of(), List.of(), LongItemNames.WRAP);
    List<String> lines =
        ReceiptPrinter.print(
                new SampleTransaction().receipt(settings).lines(line(1, name, "01", 100, 1)).make())
            .journalText()
            .lines()
            .toList();
    String rule = "-".repeat(32);
    List<String> fromItem = lines.subList(lines.indexOf(rule) + 1, lines.size());
    return fromItem.subList(0, fromItem.indexOf(rule));
  }
}
