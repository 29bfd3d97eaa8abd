package dev.poscart.app.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal: right-aligned columns, two blanks apart. */
public final class TextTable {

  private TextTable() {}

  /** The rows, all of the same length, one a line. */
  public static String of(List<List<String>> rows) {
    List<Integer> widths =
        IntStream.range(0, rows.get(0).size())
            .mapToObj(
                column ->
                    rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow())
            .toList();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> padded(row.get(column), widths.get(column)))
        .collect(Collectors.joining("  ", "", "\n"));
  }

  private static String padded(String cell, int width) {
    return " ".repeat(width - cell.length()) + cell;
  }
}
