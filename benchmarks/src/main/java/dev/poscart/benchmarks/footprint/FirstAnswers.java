package dev.poscart.benchmarks.footprint;

import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.Till;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long after its start the process was usable.
 *
 * @param readyNanos until {@code /health/ready} answered 200
 * @param cartNanos until a cart was opened, right after that
 * @param addNanos duration of the first add-item request, right after that
 * @param lookUpNanos duration of the item look-up in it, the first of the process, as measured by
 *     the service
 */
record FirstAnswers(long readyNanos, long cartNanos, long addNanos, long lookUpNanos) {

  private static final Pattern LOOK_UPS =
      Pattern.compile(
          "^poscart_item_lookups_seconds_(count|sum)\\{outcome=\"answered\",?\\} (\\S+)$",
          Pattern.MULTILINE);

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  /** Waits for them. */
  static FirstAnswers await(ServiceProcess service) {
    Till till = DemoShop.till(service.base(), (step, started, took, status) -> {});
    while (till.get("ready", "/health/ready") != 200) {
      if (System.nanoTime() - service.startedNanos() > PATIENCE) {
        throw new IllegalStateException("the service does not get ready");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    long ready = System.nanoTime() - service.startedNanos();
    String cartId = till.createCart();
    if (cartId.isEmpty()) {
      throw new IllegalStateException("the service opens no cart");
    }
    long cart = System.nanoTime();
    till.add(cartId, DemoShop.ITEMS.get(0));
    long add = System.nanoTime() - cart;
    return new FirstAnswers(ready, cart - service.startedNanos(), add, theOneLookUp(till));
  }

  private static long theOneLookUp(Till till) {
    Map<String, Double> figures =
        LOOK_UPS
            .matcher(till.text("metrics", "/metrics"))
            .results()
            .collect(
                Collectors.toMap(found -> found.group(1), found -> Double.valueOf(found.group(2))));
    if (!Double.valueOf(1).equals(figures.get("count"))) {
      throw new IllegalStateException("one look-up was expected: " + figures);
    }
    return Math.round(figures.getOrDefault("sum", Double.NaN) * 1e9);
  }
}
