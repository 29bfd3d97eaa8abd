package dev.poscart.domain.document;

import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.ReceiptFormat;
import dev.poscart.domain.model.ReceiptNote;
import dev.poscart.domain.model.ReceiptSettings;
import java.util.List;
import java.util.Map;

/** Converts receipt settings. */
final class ReceiptDocument {

  private static final String FORMAT = "receipt_format";
  private static final String LONG_ITEM_NAMES = "long_item_names";

  private ReceiptDocument() {}

  /** The fields known to peer services, which omit unset values. */
  static Map<String, Object> writePrinted(ReceiptSettings receipt) {
    DocumentBuilder document = new DocumentBuilder();
    receipt
        .registrationNumber()
        .ifPresent(number -> document.put("invoice_registration_number", number));
    putNotes(document, "receipt_headers", receipt.headers());
    putNotes(document, "receipt_footers", receipt.footers());
    return document.make();
  }

  static Map<String, Object> writeNumbers(NumberRange numbers) {
    return new DocumentBuilder().put("start", numbers.start()).put("end", numbers.end()).make();
  }

  /** Empty if names are truncated, as in documents from before this setting existed. */
  static Map<String, Object> writeItemNames(LongItemNames names) {
    DocumentBuilder document = new DocumentBuilder();
    return names == LongItemNames.CUT
        ? document.make()
        : document.put(LONG_ITEM_NAMES, names).make();
  }

  /** Empty for XML, as in documents from before there was another format. */
  static Map<String, Object> writeFormat(ReceiptFormat format) {
    DocumentBuilder document = new DocumentBuilder();
    return format == ReceiptFormat.XML
        ? document.make()
        : document.put(FORMAT, format.name()).make();
  }

  /** Reads all settings from fields of the same document. */
  static ReceiptSettings read(DocumentReader document) {
    NumberRange numbers =
        document.object(
            "receipt_numbers",
            range -> new NumberRange(range.integer("start"), range.integer("end")));
    LongItemNames names =
        document.optionalText(LONG_ITEM_NAMES).isPresent()
            ? document.choice(LONG_ITEM_NAMES, LongItemNames.class)
            : LongItemNames.CUT;
    ReceiptFormat format =
        document.optionalText(FORMAT).map(ReceiptFormat::valueOf).orElse(ReceiptFormat.XML);
    return document.object(
        "additional_info",
        printed ->
            new ReceiptSettings(
                numbers,
                printed.optionalText("invoice_registration_number"),
                printed.listIfAny("receipt_headers", ReceiptDocument::readNote),
                printed.listIfAny("receipt_footers", ReceiptDocument::readNote),
                names,
                format));
  }

  private static void putNotes(DocumentBuilder document, String key, List<ReceiptNote> notes) {
    if (!notes.isEmpty()) {
      document.putList(key, notes, ReceiptDocument::write);
    }
  }

  private static Map<String, Object> write(ReceiptNote note) {
    return new DocumentBuilder().put("text", note.text()).put("align", note.alignment()).make();
  }

  private static ReceiptNote readNote(DocumentReader document) {
    return new ReceiptNote(
        document.text("text"), document.choice("align", ReceiptNote.Alignment.class));
  }
}
