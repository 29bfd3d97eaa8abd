package dev.poscart.benchmarks.floors;

import dev.poscart.app.load.LoadTerminal;
import dev.poscart.benchmarks.load.Shop;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How long one till waits for the last item and for the bill of a cart, alone on the service. */
final class BillTimes {

  private static final String CASH = "[{\"paymentCode\": \"01\", \"amount\": 9000000}]";

  private final Histogram add = new Histogram(60_000_000_000L, 3);
  private final Histogram bill = new Histogram(60_000_000_000L, 3);
  private final List<Double> cpuMicros = new ArrayList<>();
  private final List<Double> kibibytes = new ArrayList<>();

  /** Sells carts with this number of lines; all of them are paid before the first is billed. */
  void sell(URI base, RunningJvm jvm, int lines, int carts) throws IOException {
    LoadTerminal terminal = Shop.terminals(1).get(0);
    try (TillSocket till = new TillSocket(base, terminal.apiKey())) {
      List<String> paid = new ArrayList<>();
      for (int i = 0; i < carts; i++) {
        String cart = AddItemLoad.open(till, terminal, lines - 1);
        timed(add, till, AddItemLoad.target(cart, "lineItems", terminal), AddItemLoad.items(1, i));
        till.post(AddItemLoad.target(cart, "subtotal", terminal), "");
        till.post(AddItemLoad.target(cart, "payments", terminal), CASH);
        paid.add(cart);
      }
      RunningJvm.Usage before = jvm.usage();
      for (String cart : paid) {
        timed(bill, till, AddItemLoad.target(cart, "bill", terminal), "");
      }
      RunningJvm.Usage after = jvm.usage();
      cpuMicros.add(after.cpuNanosSince(before) / 1e3 / carts);
      kibibytes.add(after.allocatedSince(before) / 1024.0 / carts);
    }
  }

  private static void timed(Histogram nanos, TillSocket till, String target, String body)
      throws IOException {
    long started = System.nanoTime();
    till.post(target, body);
    nanos.recordValue(System.nanoTime() - started);
  }

  String addMillis() {
    return median(add);
  }

  String billMillis() {
    return median(bill);
  }

  /** The processor time of a bill, in microseconds. */
  String billMicros() {
    return median(cpuMicros);
  }

  /** What a bill allocates. */
  String billKibibytes() {
    return median(kibibytes);
  }

  private static String median(List<Double> rounds) {
    List<Double> sorted = rounds.stream().sorted().toList();
    return String.format(Locale.ROOT, "%.0f", sorted.get(sorted.size() / 2));
  }

  private static String median(Histogram nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos.getValueAtPercentile(50) / 1e6);
  }
}
