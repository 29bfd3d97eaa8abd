package dev.poscart.app.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The result of one run. Times are milliseconds, as seen by the user.
 *
 * @param failures number of requests without a 2xx answer
 * @param gauges the figures of the target's gauges at the end
 */
public record LoadResult(
    LoadTarget target,
    int users,
    long requests,
    double perSecond,
    StepTimes add,
    StepTimes bill,
    long failures,
    List<Long> gauges,
    List<Sample> samples) {

  public LoadResult {
    gauges = List.copyOf(gauges);
    samples = List.copyOf(samples);
  }

  /** Of one kind of request; not numbers if there were none. */
  public record StepTimes(double p50, double p99, double greatest) {}

  /** The headings of {@link #row}, for results of targets with these gauges. */
  public static List<String> head(List<Gauge> gauges) {
    List<String> head =
        new ArrayList<>(
            List.of(
                "users",
                "way",
                "requests",
                "requests/s",
                "add-item p50 ms",
                "p99 ms",
                "greatest ms",
                "bill p50 ms",
                "p99 ms",
                "not answered 2xx"));
    gauges.forEach(gauge -> head.add(gauge.column()));
    return head;
  }

  /** The cells of a table. */
  public List<String> row() {
    List<String> row =
        new ArrayList<>(
            List.of(
                String.valueOf(users),
                target.name(),
                String.valueOf(requests),
                String.format(Locale.ROOT, "%.0f", perSecond),
                decimal(add.p50()),
                decimal(add.p99()),
                decimal(add.greatest()),
                decimal(bill.p50()),
                decimal(bill.p99()),
                String.valueOf(failures)));
    gauges.forEach(figure -> row.add(figure < 0 ? "?" : String.valueOf(figure)));
    return row;
  }

  private static String decimal(double number) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.2f", number);
  }
}
