package dev.poscart.app.export;

import dev.poscart.domain.model.LogEntry;
import java.util.List;
import java.util.stream.Stream;

/** The columns with which the row of any entry begins. */
final class EntryColumns {

  private EntryColumns() {}

  /**
   * The names of all columns of a table.
   *
   * @param type name of the column with the entry's type
   */
  static List<String> names(String type, String... further) {
    Stream<String> first =
        Stream.of(
            "storeCode",
            "terminalNo",
            "position",
            "businessDate",
            "openCounter",
            type,
            "transactionNo",
            "receiptNo",
            "generateDateTime");
    return Stream.concat(first, Stream.of(further)).toList();
  }

  /** A row. Numbers of a desk entry are those of the last transaction before it. */
  static List<Object> values(LogEntry entry, int type, Object... further) {
    Stream<Object> first =
        Stream.of(
            entry.terminal().storeCode(),
            entry.terminal().terminalNo(),
            entry.position().position(),
            entry.session().businessDate(),
            entry.session().openCounter(),
            type,
            entry.numbers().transactionNo(),
            entry.numbers().receiptNo(),
            entry.generatedAt().toString());
    return Stream.concat(first, Stream.of(further)).toList();
  }
}
