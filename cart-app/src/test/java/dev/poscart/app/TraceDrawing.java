package dev.poscart.app;

import dev.poscart.app.itemmaster.TracedCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Draws a trace as an SVG: a row for each step, indented under the one it belongs to. */
record TraceDrawing(List<Row> rows) {

  private static final int ROW = 19;
  private static final int TOP = 58;
  private static final int BARS = 400;
  private static final int BARS_WIDTH = 620;
  private static final int WIDTH = BARS + BARS_WIDTH + 90;
  private static final int INDENT = 14;
  private static final int TICKS = 5;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final Pattern LABEL = Pattern.compile("class=\"step\"[^>]*>([^<]*)<");

  /** Who does a step, and in which colour that is drawn. */
  private enum Actor {
    SERVICE("service", "#2f6fb3"),
    PEER("terminal and master-data service", "#b8860b"),
    ITEM_MASTER("item master", "#2e8b57"),
    RECEIVER("event receiver", "#a23b72");

    private final String title;
    private final String colour;

    Actor(String title, String colour) {
      this.title = title;
      this.colour = colour;
    }
  }

  private record Row(Actor actor, int depth, String label, long start, long end) {

    private static Row of(Actor actor, int depth, TracedCall call) {
      return new Row(actor, depth, call.name(), call.start(), call.end());
    }
  }

  static TraceDrawing of(TracedSale sale) {
    List<Row> rows = new ArrayList<>();
    addChildren(rows, sale, TracedSale.CLIENT_SPAN, 0);
    return new TraceDrawing(List.copyOf(rows));
  }

  private static void addChildren(List<Row> rows, TracedSale sale, String parent, int depth) {
    sale.spans().stream()
        .filter(span -> span.parentId().equals(parent))
        .sorted(Comparator.comparingLong(SpanData::start))
        .forEach(
            span -> {
              rows.add(new Row(Actor.SERVICE, depth, span.name(), span.start(), span.end()));
              addCalls(rows, sale, span, depth + 1);
              addChildren(rows, sale, span.spanId(), depth + 1);
            });
  }

  private static void addCalls(List<Row> rows, TracedSale sale, SpanData span, int depth) {
    add(rows, Actor.PEER, depth, sale.peerCalls(), span);
    add(rows, Actor.ITEM_MASTER, depth, sale.itemMasterCalls(), span);
    add(rows, Actor.RECEIVER, depth, sale.events(), span);
  }

  private static void add(
      List<Row> rows, Actor actor, int depth, List<TracedCall> calls, SpanData span) {
    calls.stream()
        .filter(call -> call.trace().equals(span.traceparent()))
        .map(call -> Row.of(actor, depth, call))
        .forEach(rows::add);
  }

  /** The names of the steps that a picture shows. */
  static Set<String> labels(String svg) {
    return LABEL
        .matcher(svg)
        .results()
        .map(label -> label.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  String svg() {
    long start = rows.stream().mapToLong(Row::start).min().orElse(0);
    long end = rows.stream().mapToLong(Row::end).max().orElse(1);
    int height = TOP + rows.size() * ROW + 14;
    Function<Long, Double> place = at -> BARS + BARS_WIDTH * (at - start) / (double) (end - start);
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'"
            + " font-size='12'>",
        WIDTH,
        height);
    add(svg, "<rect width='%d' height='%d' fill='#ffffff'/>", WIDTH, height);
    addLegend(svg);
    for (int tick = 0; tick <= TICKS; tick++) {
      long at = start + (end - start) * tick / TICKS;
      add(svg, "<path d='M%.1f %d V%d' stroke='#d8d8d8'/>", place.apply(at), TOP - 8, height - 8);
      add(svg, text(place.apply(at) - 10, TOP - 14, "#666666", millis(at - start)));
    }
    for (int row = 0; row < rows.size(); row++) {
      addRow(svg, rows.get(row), TOP + row * ROW, place);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void addLegend(StringBuilder svg) {
    int x = 10;
    for (Actor actor : Actor.values()) {
      add(svg, "<rect x='%d' y='10' width='12' height='12' fill='%s'/>", x, actor.colour);
      add(svg, text(x + 18, 21, "#222222", actor.title));
      x += 50 + 7 * actor.title.length();
    }
  }

  private static void addRow(StringBuilder svg, Row row, int y, Function<Long, Double> place) {
    double from = place.apply(row.start);
    double to = Math.max(from + 1.5, place.apply(row.end));
    add(
        svg,
        "<text class='step' x='%d' y='%d' fill='#222222'>%s</text>",
        10 + row.depth * INDENT,
        y + 13,
        row.label);
    add(
        svg,
        "<rect x='%.1f' y='%d' width='%.1f' height='12' rx='2' fill='%s'/>",
        from,
        y + 3,
        to - from,
        row.actor.colour);
    add(svg, text(to + 4, y + 13, "#666666", millis(row.end - row.start)));
  }

  private static String text(double x, int y, String colour, String text) {
    return String.format(
        Locale.ROOT, "<text x='%.1f' y='%d' fill='%s'>%s</text>", x, y, colour, text);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / NANOS_PER_MILLI);
  }

  private static void add(StringBuilder svg, String element, Object... values) {
    svg.append(String.format(Locale.ROOT, element, values).replace('\'', '"')).append('\n');
  }
}
