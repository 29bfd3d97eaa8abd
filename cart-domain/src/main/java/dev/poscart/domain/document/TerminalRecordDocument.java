package dev.poscart.domain.document;

import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.TerminalRecord;
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
                record.optionalText("change_id")));
  }
}
