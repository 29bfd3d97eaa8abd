package dev.poscart.benchmarks.footprint;

import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.Till;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after the start of the process it was of use.
 *
 * @param readyNanos until {@code /health/ready} answered 200
 * @param cartNanos until a cart was opened, right after that
 * @param addNanos how long the first add-item request took, right after that
 */
record FirstAnswers(long readyNanos, long cartNanos, long addNanos) {

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
    return new FirstAnswers(ready, cart - service.startedNanos(), System.nanoTime() - cart);
  }
}
