package dev.poscart.benchmarks.floors;

import dev.poscart.benchmarks.load.Shop;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How long one till waits for the last item and for the bill of a cart, alone on the service. */
final class BillTimes {

  private static final String CASH = "[{\"paymentCode\": \"01\", \"amount\": 9000000}]";

  private final Histogram add = new Histogram(60_000_000_000L, 3);
  private final Histogram bill = new Histogram(60_000_000_000L, 3);

  /** Sells carts with this number of lines. */
  void sell(URI base, int lines, int carts) throws IOException {
    Shop.Terminal terminal = Shop.terminals(1).get(0);
    try (TillSocket till = new TillSocket(base, terminal.apiKey())) {
      for (int i = 0; i < carts; i++) {
        String cart = AddItemLoad.open(till, terminal, lines - 1);
        timed(add, till, AddItemLoad.target(cart, "lineItems", terminal), AddItemLoad.items(1, i));
        till.post(AddItemLoad.target(cart, "subtotal", terminal), "");
        till.post(AddItemLoad.target(cart, "payments", terminal), CASH);
        timed(bill, till, AddItemLoad.target(cart, "bill", terminal), "");
      }
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

  private static String median(Histogram nanos) {
    return String.format(Locale.ROOT, "%.2f", nanos.getValueAtPercentile(50) / 1e6);
  }
}
