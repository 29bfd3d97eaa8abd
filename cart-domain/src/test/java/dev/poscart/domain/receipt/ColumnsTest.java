package dev.poscart.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.ReceiptNote.Alignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {

  private static final String FAMILY =
      "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67"; // man, woman, girl, joined

  @ParameterizedTest
  @CsvSource({
    "'', 0", "abc, 3", "りんご, 6", "ﾘﾝｺﾞ, 4", "Ａ１, 4", "한글, 4", "𠮷, 2", "😀, 2", "☕, 2", "①※→…, 4",
    "\\¥, 2", "【領】, 6", "'　', 2"
  })
  void of_countsFullWidthAsTwo(String text, int columns) {
    assertThat(Columns.of(text)).isEqualTo(columns);
  }

  @Test
  void of_marksJoinersAndVariationSelectors_takeNoWidth() {
    assertThat(Columns.of("e\u0301")).isEqualTo(1);
    assertThat(Columns.of("か\u3099")).isEqualTo(2);
    assertThat(Columns.of("葛\uDB40\uDD00")).isEqualTo(2);
    assertThat(Columns.of("☕\uFE0F")).isEqualTo(2);
    assertThat(Columns.of("\u1112\u1161\u11AB")).isEqualTo(2);
    assertThat(Columns.of(FAMILY)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"5, あい", "4, あい", "3, あ", "1, ''", "0, ''", "-1, ''"})
  void cut_neverSplitsACharacter(int width, String expected) {
    assertThat(Columns.cut("あいう", width)).isEqualTo(expected);
  }

  @Test
  void cut_keepsMarksWithTheirBase() {
    assertThat(Columns.cut("ae\u0301\u0302bc", 2)).isEqualTo("ae\u0301\u0302");
    assertThat(Columns.cut("かか\u3099か", 4)).isEqualTo("かか\u3099");
    assertThat(Columns.cut("😀😀", 3)).isEqualTo("😀");
  }

  @Test
  void cut_keepsJoinedEmojiTogether() {
    assertThat(Columns.cut("a" + FAMILY + "b", 7)).isEqualTo("a" + FAMILY);
    assertThat(Columns.cut("a" + FAMILY + "b", 6)).isEqualTo("a");
  }

  @Test
  void withoutLeadingBlanks_keepsABlankThatCarriesAMark() {
    assertThat(Columns.withoutLeadingBlanks(" 　 500 ml ")).isEqualTo("500 ml ");
    assertThat(Columns.withoutLeadingBlanks("  \u0301a")).isEqualTo(" \u0301a");
    assertThat(Columns.withoutLeadingBlanks("  ")).isEmpty();
  }

  @Test
  void align_fillsTheWidth() {
    assertThat(Columns.align("店", Alignment.LEFT, 5)).isEqualTo("店   ");
    assertThat(Columns.align("店", Alignment.CENTER, 5)).isEqualTo(" 店  ");
    assertThat(Columns.align("店", Alignment.RIGHT, 5)).isEqualTo("   店");
    assertThat(Columns.align("あいう", Alignment.RIGHT, 5)).isEqualTo(" あい");
  }
}
