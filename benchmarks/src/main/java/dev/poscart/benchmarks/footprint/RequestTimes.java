package dev.poscart.benchmarks.footprint;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.app.load.Stopwatch;
import dev.poscart.benchmarks.Till;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The time of an add-item request, compared with a request that does nothing. */
final class RequestTimes implements Stopwatch {

  private static final int ITEMS = 20;

  private final Histogram add = new Histogram(3);
  private final Histogram live = new Histogram(3);
  private boolean warm;

  private RequestTimes() {}

  /** Runs {@code requests} as a warm-up and as many again that are measured. */
  static RequestTimes measure(URI base, int requests) {
    RequestTimes times = new RequestTimes();
    Till till = DemoShop.till(base, times);
    int carts = (requests + ITEMS - 1) / ITEMS;
    times.run(till, carts);
    times.warm = true;
    times.run(till, carts);
    return times;
  }

  private void run(Till till, int carts) {
    for (int cart = 0; cart < carts; cart++) {
      String cartId = till.createCart();
      for (int i = 0; i < ITEMS; i++) {
        till.add(cartId, DemoShop.ITEMS.get(i % DemoShop.ITEMS.size()));
      }
      till.cancel(cartId);
      for (int i = 0; i < ITEMS; i++) {
        till.get("live", "/health/live");
      }
    }
  }

  @Override
  public void answered(String step, long startedNanos, long tookNanos, int status) {
    if (status < 200 || status > 201) {
      throw new IllegalStateException(step + " was answered with " + status);
    }
    if (warm && step.equals("add")) {
      add.recordValue(tookNanos);
    } else if (warm && step.equals("live")) {
      live.recordValue(tookNanos);
    }
  }

  List<List<String>> rows() {
    return List.of(
        row("add-item request", add),
        row("floor: `/health/live` on the same connection", live),
        cells(
            "add-item as a multiple of the floor",
            ratio(50),
            "p99 " + ratio(99) + ", mean " + ratio(add.getMean(), live.getMean())));
  }

  private static List<String> row(String what, Histogram times) {
    return cells(
        what + ", p50 of " + times.getTotalCount(),
        millis(times, 50),
        "p90 %s, p99 %s, greatest %s"
            .formatted(millis(times, 90), millis(times, 99), millis(times, 100)));
  }

  private String ratio(double percentile) {
    return ratio(
        (double) add.getValueAtPercentile(percentile),
        (double) live.getValueAtPercentile(percentile));
  }

  private static String ratio(double time, double floor) {
    return String.format(Locale.ROOT, "%.1f", time / floor);
  }

  private static String millis(Histogram times, double percentile) {
    return String.format(Locale.ROOT, "%.2f ms", times.getValueAtPercentile(percentile) / 1e6);
  }
}
