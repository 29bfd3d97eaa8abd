package dev.poscart.domain.usecase.settings;

import static dev.poscart.domain.model.ReceiptNote.Alignment.CENTER;
import static dev.poscart.domain.model.ReceiptNote.Alignment.LEFT;
import static dev.poscart.domain.model.ReceiptNote.Alignment.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.ReceiptNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptNotesTest {

  @Test
  void json_isParsed() {
    assertThat(
            ReceiptNotes.parse(
                """
                [{"text": "いらっしゃいませ", "align": "center"},
                 {"text": "a \\"b\\" \\u3042\\\\", "align": "right"},
                 {"align": "left", "text": "it's"}]
                """))
        .containsExactly(
            new ReceiptNote("いらっしゃいませ", CENTER),
            new ReceiptNote("a \"b\" あ\\", RIGHT),
            new ReceiptNote("it's", LEFT));
  }

  @Test
  void pythonLiteral_isParsed() {
    assertThat(
            ReceiptNotes.parse(
                """
                [{'text': 'またどうぞ', 'align': 'right'}, {'text': "it's"}, {'text': 'it\\'s',},]
                """))
        .containsExactly(
            new ReceiptNote("またどうぞ", RIGHT),
            new ReceiptNote("it's", LEFT),
            new ReceiptNote("it's", LEFT));
  }

  @Test
  void missingText_isABlankLine() {
    assertThat(ReceiptNotes.parse("[{}, {\"align\": \"center\"}, {\"text\": \"\"}]"))
        .containsExactly(
            new ReceiptNote("", LEFT), new ReceiptNote("", CENTER), new ReceiptNote("", LEFT));
  }

  @Test
  void unknownAlignment_isAlignedLeft() {
    assertThat(
            ReceiptNotes.parse(
                "[{'text': 'a', 'align': 'middle'}, {'text': 'b', 'align': 3},"
                    + " {'text': 'c', 'align': None}, {'text': 'd', 'align': ['center']}]"))
        .extracting(ReceiptNote::alignment)
        .containsExactly(LEFT, LEFT, LEFT, LEFT);
  }

  @Test
  void entriesThatAreNotObjectsOrHaveNoText_areLeftOut() {
    assertThat(
            ReceiptNotes.parse(
                "['a', 1, -2.5e3, true, None, [], [{'text': 'x'}], {'text': 1}, {'text': null},"
                    + " {'text': {}}, {'text': 'kept', 'more': [1, {'x': 'y'}]}]"))
        .containsExactly(new ReceiptNote("kept", LEFT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "hello",
        "{'text': 'a'}",
        "'text'",
        "12",
        "[",
        "[{'text': 'a'}",
        "[{'text': 'a'}]]",
        "[{'text': 'a'}] x",
        "[{'text': 'a}]",
        "[{'text' 'a'}]",
        "[{text: 'a'}]",
        "[{'text': 'a'} {'text': 'b'}]",
        "[,]",
        "[{'text': '\\u12'}]",
        "[{'text': '\\uzzzz'}]",
        "[{'text': '\\"
      })
  void unreadableNotes_giveNoLines(String value) {
    assertThat(ReceiptNotes.parse(value)).isEmpty();
  }

  @Test
  void deepNesting_givesNoLines_andNoStackOverflow() {
    assertThat(ReceiptNotes.parse("[".repeat(100_000))).isEmpty();
    assertThat(ReceiptNotes.parse("[".repeat(100_000) + "]".repeat(100_000))).isEmpty();
  }
}
