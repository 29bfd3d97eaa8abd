package dev.poscart.domain.usecase;

import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.ReceiptNote;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.TerminalKey;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the settings say about a terminal's receipts. Values are text; a number that is none,
 * or a range that ends before it starts, falls back to the standard range.
 */
final class ReceiptSettingsReader {

  private static final int MAX_RECEIPT_NO = 999_999_999;

  private ReceiptSettingsReader() {}

  static ReceiptSettings read(List<Setting> settings, TerminalKey terminal) {
    return new ReceiptSettings(
        range(settings, terminal),
        value(settings, "INVOICE_REGISTRATION_NUMBER", terminal).filter(text -> !text.isBlank()),
        notes(settings, "RECEIPT_HEADERS", terminal),
        notes(settings, "RECEIPT_FOOTERS", terminal));
  }

  private static NumberRange range(List<Setting> settings, TerminalKey terminal) {
    int start = number(settings, "RECEIPT_NO_START_VALUE", terminal, NumberRange.STANDARD.start());
    int end = number(settings, "RECEIPT_NO_END_VALUE", terminal, NumberRange.STANDARD.end());
    return start <= end ? new NumberRange(start, end) : NumberRange.STANDARD;
  }

  private static int number(
      List<Setting> settings, String name, TerminalKey terminal, int standard) {
    return value(settings, name, terminal)
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Integer::parseInt)
        .filter(number -> number <= MAX_RECEIPT_NO)
        .orElse(standard);
  }

  private static List<ReceiptNote> notes(
      List<Setting> settings, String name, TerminalKey terminal) {
    return value(settings, name, terminal).map(ReceiptNotes::parse).orElse(List.of());
  }

  private static Optional<String> value(List<Setting> settings, String name, TerminalKey terminal) {
    return settings.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .flatMap(setting -> setting.valueAt(terminal));
  }
}
