package dev.poscart.app.ops;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of the last looks; the oldest are forgotten. */
final class Samples {

  private static final double ROUNDING = 1_000;

  private static final List<Series> SERIES = List.of(Series.values());

  /**
   * The values are in the order of the series; a record of boxed ones would take five times more.
   */
  private static final class Sample {
    final long epochMillis;
    final double[] values;

    Sample(long epochMillis, double[] values) {
      this.epochMillis = epochMillis;
      this.values = values;
    }
  }

  private final int kept;
  private final Deque<Sample> samples = new ArrayDeque<>();

  Samples(int kept) {
    this.kept = kept;
  }

  synchronized void add(long epochMillis, Look look) {
    samples.add(
        new Sample(epochMillis, SERIES.stream().mapToDouble(each -> each.of(look)).toArray()));
    if (samples.size() > kept) {
      samples.removeFirst();
    }
  }

  /**
   * The samples that are younger than a time, oldest first: the times in milliseconds since 1970,
   * and for each series its values, null where there was none.
   */
  synchronized Map<String, List<?>> after(long epochMillis) {
    List<Sample> younger =
        samples.stream().filter(sample -> sample.epochMillis > epochMillis).toList();
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("at", younger.stream().map(sample -> sample.epochMillis).toList());
    for (int i = 0; i < SERIES.size(); i++) {
      columns.put(SERIES.get(i).label(), column(younger, i));
    }
    return columns;
  }

  private static List<@Nullable Double> column(List<Sample> samples, int series) {
    List<@Nullable Double> values = new ArrayList<>();
    samples.forEach(sample -> values.add(rounded(sample.values[series])));
    return values;
  }

  private static @Nullable Double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * ROUNDING) / ROUNDING : null;
  }
}
