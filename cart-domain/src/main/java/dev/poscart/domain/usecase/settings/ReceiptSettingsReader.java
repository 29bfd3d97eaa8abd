package dev.poscart.domain.usecase.settings;

import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.ReceiptFormat;
import dev.poscart.domain.model.ReceiptNote;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.TerminalKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the receipt settings of a terminal. Unreadable values, and ranges that end before they
 * start, are replaced by their defaults.
 */
public final class ReceiptSettingsReader {

  private static final String ITEM_NAME = "RECEIPT_ITEM_NAME";
  private static final String FORMAT = "RECEIPT_FORMAT";

  private static final Set<String> NAMES =
      Set.of(
          ReceiptNumbers.START,
          ReceiptNumbers.END,
          "INVOICE_REGISTRATION_NUMBER",
          "RECEIPT_HEADERS",
          "RECEIPT_FOOTERS",
          ITEM_NAME,
          FORMAT);

  private ReceiptSettingsReader() {}

  public static ReceiptSettings read(List<Setting> settings, TerminalKey terminal) {
    return new ReceiptSettings(
        ReceiptNumbers.range(
            value(settings, ReceiptNumbers.START, terminal),
            value(settings, ReceiptNumbers.END, terminal)),
        value(settings, "INVOICE_REGISTRATION_NUMBER", terminal).filter(text -> !text.isBlank()),
        notes(settings, "RECEIPT_HEADERS", terminal),
        notes(settings, "RECEIPT_FOOTERS", terminal),
        value(settings, ITEM_NAME, terminal)
            .flatMap(ReceiptSettingsReader::longItemNames)
            .orElse(ReceiptSettings.DEFAULT.longItemNames()),
        value(settings, FORMAT, terminal)
            .flatMap(ReceiptSettingsReader::format)
            .orElse(ReceiptSettings.DEFAULT.format()));
  }

  /** One message for each value in a tenant's settings that is replaced by its default. */
  public static Set<String> complaints(List<Setting> settings) {
    Set<String> complaints = new LinkedHashSet<>(ReceiptNumbers.complaints(settings));
    settings.stream()
        .filter(setting -> setting.name().equals(ITEM_NAME))
        .flatMap(Setting::allValues)
        .filter(value -> longItemNames(value).isEmpty())
        .forEach(
            value ->
                complaints.add(
                    ITEM_NAME + ": '" + value + "' (expected: cut or wrap); using cut instead"));
    settings.stream()
        .filter(setting -> setting.name().equals(FORMAT))
        .flatMap(Setting::allValues)
        .filter(value -> format(value).isEmpty())
        .forEach(
            value ->
                complaints.add(
                    FORMAT + ": '" + value + "' (expected: xml or json); using xml instead"));
    return complaints;
  }

  /** The settings that the receipts of a store need, without the values of other stores. */
  public static List<Setting> ofStore(List<Setting> settings, String storeCode) {
    return settings.stream()
        .filter(setting -> NAMES.contains(setting.name()))
        .map(
            setting ->
                new Setting(
                    setting.name(),
                    setting.defaultValue(),
                    setting.values().stream()
                        .filter(value -> value.storeCode().map(storeCode::equals).orElse(true))
                        .toList()))
        .toList();
  }

  private static Optional<LongItemNames> longItemNames(String value) {
    return switch (value.strip()) {
      case "cut" -> Optional.of(LongItemNames.CUT);
      case "wrap" -> Optional.of(LongItemNames.WRAP);
      default -> Optional.empty();
    };
  }

  private static Optional<ReceiptFormat> format(String value) {
    return switch (value.strip()) {
      case "xml" -> Optional.of(ReceiptFormat.XML);
      case "json" -> Optional.of(ReceiptFormat.JSON);
      default -> Optional.empty();
    };
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
