package dev.poscart.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

  @Test
  void ordinaryText_isUnchanged() {
    String text = "りんご ﾘﾝｺﾞ Apple & <b>\"é\" e\u0301 😀\u200D👍🏽 \uE000";

    assertThat(PrintableText.of(text)).isEqualTo(text);
  }

  @Test
  void controlsAndLineSeparators_becomeSpaces() {
    assertThat(PrintableText.of("a\nb\r\tc\0d\u001B@e\u0085f\u2028g\u2029h\u007F"))
        .isEqualTo("a b  c d @e f g h ");
  }

  @Test
  void charactersInvalidInXml_becomeQuestionMarks() {
    assertThat(PrintableText.of("\uD83Da\uDE00b\uFFFEc\uFFFF")).isEqualTo("?a?b?c?");
  }

  @Test
  void invisibleFormatting_isRemoved_soThatDigitsAreNotReversed() {
    assertThat(PrintableText.of("a\u202E123\u202C\u2066b\u200F\uFEFF\u00AD\u200Bc"))
        .isEqualTo("a123bc");
  }
}
