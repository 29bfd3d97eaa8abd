package dev.poscart.benchmarks.load;

import static java.util.stream.Collectors.joining;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A self-contained page with the table and the plots. */
final class HtmlReport {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Poscart under load</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 76em; color: #222 }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums }
      th, td { border-bottom: 1px solid #ddd; padding: .2em .7em; text-align: right }
      td { white-space: nowrap }
      th { vertical-align: bottom }
      th:nth-child(2), td:nth-child(2) { text-align: left }
      .plots { display: flex; flex-wrap: wrap; gap: 1em 3em }
      svg text { font: 11px system-ui, sans-serif; fill: #444 }
      svg .title { font-weight: bold; fill: #222 }
      </style></head><body>
      <h1>Poscart under load</h1>
      <p>%s</p><p>Machine: %s</p><p>Run: %s</p>
      %s
      %s
      </body></html>
      """;

  private final String what;
  private final List<Result> results;

  HtmlReport(String what, List<Result> results) {
    this.what = what;
    this.results = results;
  }

  /** Saves the page with the results. */
  Path write(String name) {
    Path file = BenchmarkPaths.results().resolve(name + ".html");
    String page =
        PAGE.formatted(
            escaped(what),
            escaped(Machine.describe()),
            escaped(Machine.conditions()),
            table(),
            plots());
    try {
      return Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String table() {
    String head = Result.head().stream().map(c -> "<th>" + escaped(c) + "</th>").collect(joining());
    String rows =
        results.stream()
            .map(
                result ->
                    result.row().stream()
                        .map(c -> "<td>" + escaped(c) + "</td>")
                        .collect(joining("", "<tr>", "</tr>\n")))
            .collect(joining());
    return "<table><tr>" + head + "</tr>\n" + rows + "</table>";
  }

  private String plots() {
    StringBuilder html = new StringBuilder("<h2>By number of users</h2><div class=\"plots\">");
    html.append(byUsers("requests per second", Result::perSecond));
    html.append(byUsers("add-item p50, ms", Result::p50));
    html.append(byUsers("add-item p99, ms", Result::p99));
    html.append(
        byUsers("connections at the item master in the run", result -> (double) result.channels()));
    html.append("</div>");
    for (int users : results.stream().map(Result::users).distinct().toList()) {
      html.append("<h2>Over time, ")
          .append(users)
          .append(users == 1 ? " user" : " users")
          .append("</h2><div class=\"plots\">");
      html.append(overTime(users, "all requests, p50, ms", Sample::p50));
      html.append(overTime(users, "all requests, p99, ms", Sample::p99));
      html.append(overTime(users, "requests per second", Sample::perSecond));
      html.append(overTime(users, "connections at the item master", Sample::channels));
      html.append("</div>");
    }
    return html.toString();
  }

  private String byUsers(String title, ToDoubleFunction<Result> figure) {
    Plot plot = new Plot(title, "users");
    for (String way : results.stream().map(Result::way).distinct().toList()) {
      List<Plot.Point> points = new ArrayList<>();
      for (Result result : results) {
        if (result.way().equals(way)) {
          points.add(new Plot.Point(result.users(), figure.applyAsDouble(result)));
        }
      }
      plot.line(way, points);
    }
    return plot.svg();
  }

  private String overTime(int users, String title, ToDoubleFunction<Sample> figure) {
    Plot plot = new Plot(title, "seconds");
    for (Result result : results) {
      if (result.users() == users) {
        plot.line(
            result.way(),
            result.samples().stream()
                .map(each -> new Plot.Point(each.second(), figure.applyAsDouble(each)))
                .toList());
      }
    }
    return plot.svg();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
