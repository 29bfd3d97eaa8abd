package dev.poscart.domain.usecase;

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

  private ReceiptSettingsReader() {}

  static ReceiptSettings read(List<Setting> settings, TerminalKey terminal) {
    return new ReceiptSettings(
        ReceiptNumbers.range(
            value(settings, ReceiptNumbers.START, terminal),
            value(settings, ReceiptNumbers.END, terminal)),
        value(settings, "INVOICE_REGISTRATION_NUMBER", terminal).filter(text -> !text.isBlank()),
        notes(settings, "RECEIPT_HEADERS", terminal),
        notes(settings, "RECEIPT_FOOTERS", terminal));
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
