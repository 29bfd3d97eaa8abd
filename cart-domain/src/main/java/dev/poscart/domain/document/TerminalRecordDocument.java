package dev.poscart.domain.document;

import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.ReportKind;
import dev.poscart.domain.model.TerminalRecord;
import dev.poscart.domain.model.ZPrint;
import dev.poscart.domain.model.ZPrints;
import java.util.Map;

/** Converts the records of terminals to documents and back. */
public final class TerminalRecordDocument {

  private TerminalRecordDocument() {}

  /**
   * Writes a record.
   *
   * @return a new, modifiable map
   */
  public static Map<String, Object> write(TerminalRecord record) {
    return new DocumentBuilder()
        .put("staff", record.staff().map(PartyDocument::write))
        .put("function_mode", record.functionMode())
        .put("description", record.description())
        .put("change_id", record.changeId())
        .putList("z_prints", record.prints().latest(), TerminalRecordDocument::write)
        .make();
  }

  /**
   * Reads what {@link #write} wrote; unknown fields are ignored.
   *
   * @throws IllegalStateException naming the path, if a field is missing or of the wrong type
   */
  public static TerminalRecord read(Map<String, Object> document) {
    return DocumentReader.read(
        document,
        record ->
            new TerminalRecord(
                record.optionalObject("staff", PartyDocument::readStaff),
                record.choice("function_mode", FunctionMode.class),
                record.text("description"),
                record.optionalText("change_id"),
                new ZPrints(record.listIfAny("z_prints", TerminalRecordDocument::readPrint))));
  }

  private static Map<String, Object> write(ZPrint print) {
    return new DocumentBuilder()
        .put("business_counter", print.businessCounter())
        .put("kind", print.kind())
        .put("key", print.key())
        .put("at", print.at())
        .put("staff_id", print.staffId())
        .make();
  }

  private static ZPrint readPrint(DocumentReader print) {
    return new ZPrint(
        print.integer("business_counter"),
        print.choice("kind", ReportKind.class),
        print.optionalText("key"),
        print.time("at"),
        print.optionalText("staff_id"));
  }
}
