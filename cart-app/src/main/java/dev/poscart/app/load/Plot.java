package dev.poscart.app.load;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line plot as SVG, both axes from zero to a round number. */
final class Plot {

  /** A point in the plot's own units. */
  record Point(double x, double y) {}

  private record Line(String name, List<Point> points) {}

  private static final List<String> COLOURS =
      List.of("#d1495b", "#edae49", "#30638e", "#00798c", "#6a4c93", "#555555");
  private static final int MAX_STEPS = 5;
  private static final int WIDTH = 520;
  private static final int HEIGHT = 276;
  private static final int LEFT = 60;
  private static final int RIGHT = 25;
  private static final int TOP = 30;
  private static final int BOTTOM = 78;

  private final String title;
  private final String unit;
  private final List<Line> lines = new ArrayList<>();

  Plot(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  void line(String name, List<Point> points) {
    lines.add(new Line(name, points.stream().filter(point -> !Double.isNaN(point.y())).toList()));
  }

  String svg() {
    double stepX = roundStep(greatest(true));
    double stepY = roundStep(greatest(false));
    long stepsX = steps(greatest(true), stepX);
    long stepsY = steps(greatest(false), stepY);
    double maxX = stepsX * stepX;
    double maxY = stepsY * stepY;
    StringBuilder svg = new StringBuilder();
    add(svg, "<svg width='%d' height='%d' role='img' aria-label='%s'>", WIDTH, HEIGHT, title);
    add(svg, "<text class='title' x='%d' y='16'>%s</text>", LEFT, title);
    for (int step = 0; step <= stepsX; step++) {
      tickX(svg, step * stepX, maxX);
    }
    for (int step = 0; step <= stepsY; step++) {
      tickY(svg, step * stepY, maxY);
    }
    add(
        svg,
        "<text x='%d' y='%d' text-anchor='end'>%s</text>",
        WIDTH - RIGHT,
        HEIGHT - BOTTOM + 31,
        unit);
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, i, maxX, maxY);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void tickY(StringBuilder svg, double value, double maxY) {
    double y = y(value, maxY);
    add(svg, "<path d='M%d %.1fH%d' stroke='#ddd'/>", LEFT, y, WIDTH - RIGHT);
    add(svg, "<text x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 6, y + 4, tick(value));
  }

  private static void tickX(StringBuilder svg, double value, double maxX) {
    add(
        svg,
        "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
        x(value, maxX),
        HEIGHT - BOTTOM + 16,
        tick(value));
  }

  private void draw(StringBuilder svg, int index, double maxX, double maxY) {
    Line line = lines.get(index);
    String colour = COLOURS.get(index % COLOURS.size());
    StringBuilder path = new StringBuilder();
    for (Point point : line.points()) {
      add(
          path,
          path.isEmpty() ? "M%.1f %.1f" : "L%.1f %.1f",
          x(point.x(), maxX),
          y(point.y(), maxY));
      add(
          svg,
          "<circle cx='%.1f' cy='%.1f' r='2.5' fill='%s'/>",
          x(point.x(), maxX),
          y(point.y(), maxY),
          colour);
    }
    // A line covered by a later one remains visible at its edges.
    double width = 2 + 0.8 * (lines.size() - 1 - index);
    add(svg, "<path d='%s' fill='none' stroke='%s' stroke-width='%.1f'/>", path, colour, width);
    int column = LEFT + index % 2 * 220;
    int row = HEIGHT - 22 + index / 2 * 16;
    add(svg, "<rect x='%d' y='%d' width='12' height='4' fill='%s'/>", column, row - 6, colour);
    add(svg, "<text x='%d' y='%d'>%s</text>", column + 17, row, HtmlReport.escaped(line.name()));
  }

  private double greatest(boolean ofX) {
    return lines.stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(point -> ofX ? point.x() : point.y())
        .reduce(1e-3, Math::max);
  }

  /** The number of steps up to the maximum; a slight excess over the last one is tolerated. */
  private static long steps(double max, double step) {
    return Math.max(1, (long) Math.ceil(max / step - 0.05));
  }

  /** The smallest step of 1, 2 or 5 times a power of ten of which a few reach the maximum. */
  private static double roundStep(double max) {
    double power = Math.pow(10, Math.floor(Math.log10(max / MAX_STEPS)));
    for (double step : List.of(power, 2 * power, 5 * power)) {
      if (steps(max, step) <= MAX_STEPS) {
        return step;
      }
    }
    return 10 * power;
  }

  private static double x(double value, double max) {
    return LEFT + value / max * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double value, double max) {
    return HEIGHT - BOTTOM - Math.max(0, value) / max * (HEIGHT - BOTTOM - TOP);
  }

  private static String tick(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : BigDecimal.valueOf(value).round(new MathContext(2)).toPlainString();
  }

  private static void add(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
