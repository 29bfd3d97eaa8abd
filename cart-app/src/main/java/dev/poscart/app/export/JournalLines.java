package dev.poscart.app.export;

import dev.poscart.domain.model.LogEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each entry of the journal as a JSON object in a line. */
final class JournalLines implements EntryForm {

  @Override
  public String head() {
    return "";
  }

  @Override
  public String of(LogEntry entry) {
    List<Object> values = JournalTable.values(entry);
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      fields.put(JournalTable.COLUMNS.get(i), values.get(i));
    }
    return JsonLine.of(fields);
  }
}
