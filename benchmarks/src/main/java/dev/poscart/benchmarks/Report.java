package dev.poscart.benchmarks;

import dev.poscart.app.load.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A Markdown report: paragraphs and tables. */
public final class Report {

  private final StringBuilder text = new StringBuilder();

  /** Adds a paragraph. */
  public Report line(String paragraph) {
    text.append(paragraph).append("\n\n");
    return this;
  }

  /** Adds the lines with which every report starts. */
  public Report head(String what) {
    return line(what).line("Machine: " + Machine.describe()).line("Run: " + Machine.conditions());
  }

  /** Adds a table; the first row is its header. */
  public Report table(List<List<String>> rows) {
    row(rows.get(0));
    row(rows.get(0).stream().map(cell -> "---").toList());
    rows.subList(1, rows.size()).forEach(this::row);
    text.append('\n');
    return this;
  }

  private void row(List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** A row of a table. */
  public static List<String> cells(Object... values) {
    return Arrays.stream(values).map(String::valueOf).toList();
  }

  /** Prints the report and saves it with the results. */
  public Path write(String name) {
    Path file = BenchmarkPaths.results().resolve(name + ".md");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.print(text);
    return file;
  }
}
