package dev.poscart.app.export;

import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * Rows of comma-separated values (RFC 4180) for spreadsheets. The file starts with a byte order
 * mark, without which spreadsheets misread Japanese.
 */
final class TableRow {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** A spreadsheet takes a cell that starts so for a formula. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private TableRow() {}

  static String head(List<String> columns) {
    return BYTE_ORDER_MARK + of(columns);
  }

  static String of(List<?> values) {
    return CSVFormat.RFC4180.format(values.stream().map(TableRow::cell).toArray()) + "\r\n";
  }

  private static Object cell(Object value) {
    return value instanceof String text
            && !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : value;
  }
}
