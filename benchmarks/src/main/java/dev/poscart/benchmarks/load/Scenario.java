package dev.poscart.benchmarks.load;

import dev.poscart.benchmarks.Till;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a user does over and over.
 *
 * @param sale whether the cart is paid and billed at the end; else it is cancelled
 * @param items how many items are entered, one by one
 * @param pauseMillis how long the user waits before each item
 * @param itemCodes what is entered, at random
 */
record Scenario(boolean sale, int items, int pauseMillis, List<String> itemCodes) {

  /** More than any cart of the scenario costs; the till gives change. */
  private static final int CASH = 100_000;

  /** One cart from opening to end, or as far as it gets before the time is up. */
  void run(Till till, Random random, long untilNanos) {
    String cartId = till.createCart();
    if (cartId.isEmpty()) {
      // A service that refuses is not stormed.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      return;
    }
    int added = 0;
    for (; added < items && System.nanoTime() < untilNanos; added++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
      till.add(cartId, itemCodes.get(random.nextInt(itemCodes.size())));
    }
    // An empty cart cannot be sold.
    if (sale && added > 0) {
      till.sell(cartId, CASH);
    } else {
      till.cancel(cartId);
    }
  }

  /** One sentence. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "Each user opens a cart, adds %d items one by one (pause %d ms, %d codes at random) and %s.",
        items,
        pauseMillis,
        itemCodes.size(),
        sale ? "asks for the subtotal, pays and bills" : "cancels");
  }
}
