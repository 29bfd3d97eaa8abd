package dev.poscart.app.load;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A self-contained page with the table and the plots. */
public final class HtmlReport {

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
  private final List<LoadResult> results;
  private final List<Gauge> gauges;

  /**
   * @param results at least one, of targets with the same gauges
   */
  public HtmlReport(String what, List<LoadResult> results) {
    this.what = what;
    this.results = List.copyOf(results);
    this.gauges = results.get(0).target().gauges();
  }

  /** The page. */
  public String page() {
    return PAGE.formatted(
        escaped(what),
        escaped(Machine.describe()),
        escaped(Machine.conditions()),
        table(),
        plots());
  }

  private String table() {
    String head =
        LoadResult.head(gauges).stream().map(c -> "<th>" + escaped(c) + "</th>").collect(joining());
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
    html.append(byUsers("requests per second", LoadResult::perSecond));
    html.append(byUsers("add-item p50, ms", result -> result.add().p50()));
    html.append(byUsers("add-item p99, ms", result -> result.add().p99()));
    if (results.stream().anyMatch(result -> !Double.isNaN(result.bill().p99()))) {
      html.append(byUsers("bill p99, ms", result -> result.bill().p99()));
    }
    for (int i : plotted()) {
      html.append(byUsers(gauges.get(i).plot() + " in the run", result -> result.gauges().get(i)));
    }
    html.append("</div>");
    for (int users : results.stream().map(LoadResult::users).distinct().toList()) {
      html.append("<h2>Over time, ")
          .append(users)
          .append(users == 1 ? " user" : " users")
          .append("</h2><div class=\"plots\">");
      html.append(overTime(users, "all requests, p50, ms", Sample::p50));
      html.append(overTime(users, "all requests, p99, ms", Sample::p99));
      html.append(overTime(users, "requests per second", Sample::perSecond));
      for (int i : plotted()) {
        html.append(overTime(users, gauges.get(i).plot(), sample -> sample.gauges().get(i)));
      }
      html.append("</div>");
    }
    return html.toString();
  }

  private List<Integer> plotted() {
    return IntStream.range(0, gauges.size())
        .filter(i -> !gauges.get(i).plot().isEmpty())
        .boxed()
        .toList();
  }

  private String byUsers(String title, ToDoubleFunction<LoadResult> figure) {
    Plot plot = new Plot(title, "users");
    for (String way : results.stream().map(HtmlReport::way).distinct().toList()) {
      List<Plot.Point> points = new ArrayList<>();
      for (LoadResult result : results) {
        if (way(result).equals(way)) {
          points.add(new Plot.Point(result.users(), figure.applyAsDouble(result)));
        }
      }
      plot.line(way, points);
    }
    return plot.svg();
  }

  private String overTime(int users, String title, ToDoubleFunction<Sample> figure) {
    Plot plot = new Plot(title, "seconds");
    for (LoadResult result : results) {
      if (result.users() == users) {
        plot.line(
            way(result),
            result.samples().stream()
                .map(each -> new Plot.Point(each.second(), figure.applyAsDouble(each)))
                .toList());
      }
    }
    return plot.svg();
  }

  private static String way(LoadResult result) {
    return result.target().name();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
