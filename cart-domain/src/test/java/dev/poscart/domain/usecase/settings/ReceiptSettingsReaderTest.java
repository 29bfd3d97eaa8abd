package dev.poscart.domain.usecase.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.ReceiptNote;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.TerminalKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptSettingsReaderTest {

  private static final TerminalKey TERMINAL = new TerminalKey("A1234", "5678", 9);

  @Test
  void withoutSettings_theDefaultsApply() {
    assertThat(ReceiptSettingsReader.read(List.of(), TERMINAL)).isEqualTo(ReceiptSettings.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 9999, 1, 9999",
    "' 10 ', 20, 10, 20",
    "0, 5, 0, 5",
    "007, 9, 7, 9",
    "5, 5, 5, 5",
    "1, 999999999, 1, 999999999",
    // Invalid values count as absent.
    "abc, 200000, 111111, 200000",
    "'', 200000, 111111, 200000",
    "1.5, 200000, 111111, 200000",
    "1e3, 200000, 111111, 200000",
    "-1, 200000, 111111, 200000",
    "٣, 200000, 111111, 200000",
    "5, x, 5, 999999",
    "5, 1000000000, 5, 999999",
    "5, 99999999999999999999, 5, 999999",
    // A range that ends before it starts is ignored.
    "9999, 1, 111111, 999999",
    "x, 5, 111111, 999999"
  })
  void receiptNumbers_areParsed(String start, String end, int expectedStart, int expectedEnd) {
    assertThat(
            ReceiptSettingsReader.read(
                    List.of(
                        setting("RECEIPT_NO_START_VALUE", start),
                        setting("RECEIPT_NO_END_VALUE", end)),
                    TERMINAL)
                .numbers())
        .isEqualTo(new NumberRange(expectedStart, expectedEnd));
  }

  @Test
  void valueOfTheTerminal_overridesStoreAndTenant() {
    Setting start =
        new Setting(
            "RECEIPT_NO_START_VALUE",
            Optional.of("4"),
            List.of(
                new Setting.Scoped(Optional.empty(), Optional.empty(), "3"),
                new Setting.Scoped(Optional.of("5678"), Optional.empty(), "2"),
                new Setting.Scoped(Optional.of("5678"), Optional.of(9), "1")));

    assertThat(startAt(start, TERMINAL)).isEqualTo(1);
    assertThat(startAt(start, new TerminalKey("A1234", "5678", 8))).isEqualTo(2);
    assertThat(startAt(start, new TerminalKey("A1234", "1111", 9))).isEqualTo(3);
  }

  @Test
  void textsOfTheReceipt_areRead() {
    ReceiptSettings settings =
        ReceiptSettingsReader.read(
            List.of(
                setting("INVOICE_REGISTRATION_NUMBER", "T1234567890123"),
                setting("RECEIPT_HEADERS", "[{'text': 'h', 'align': 'center'}]"),
                setting("RECEIPT_FOOTERS", "[{\"text\": \"f\"}]"),
                setting("SOMETHING_ELSE", "[")),
            TERMINAL);

    assertThat(settings.registrationNumber()).contains("T1234567890123");
    assertThat(settings.headers())
        .containsExactly(new ReceiptNote("h", ReceiptNote.Alignment.CENTER));
    assertThat(settings.footers())
        .containsExactly(new ReceiptNote("f", ReceiptNote.Alignment.LEFT));
  }

  @ParameterizedTest
  @CsvSource({"cut, CUT", "wrap, WRAP", "' wrap ', WRAP", "Wrap, CUT", "fold, CUT", "'', CUT"})
  void itemName_isCutOrWrapped(String value, LongItemNames expected) {
    assertThat(
            ReceiptSettingsReader.read(List.of(setting("RECEIPT_ITEM_NAME", value)), TERMINAL)
                .longItemNames())
        .isEqualTo(expected);
  }

  @Test
  void unreadableValue_isReported() {
    Setting names =
        new Setting(
            "RECEIPT_ITEM_NAME",
            Optional.of("cut"),
            List.of(new Setting.Scoped(Optional.of("5678"), Optional.empty(), "fold")));

    assertThat(ReceiptSettingsReader.complaints(List.of(names)))
        .containsExactly("RECEIPT_ITEM_NAME: 'fold' (expected: cut or wrap); using cut instead");
    assertThat(ReceiptSettingsReader.complaints(List.of(setting("RECEIPT_ITEM_NAME", "wrap"))))
        .isEmpty();
  }

  @Test
  void settingWithoutAValue_countsAsAbsent() {
    Setting empty = new Setting("RECEIPT_NO_START_VALUE", Optional.empty(), List.of());

    assertThat(startAt(empty, TERMINAL)).isEqualTo(111_111);
  }

  private static int startAt(Setting setting, TerminalKey terminal) {
    return ReceiptSettingsReader.read(List.of(setting), terminal).numbers().start();
  }

  private static Setting setting(String name, String value) {
    return new Setting(name, Optional.of(value), List.of());
  }
}
