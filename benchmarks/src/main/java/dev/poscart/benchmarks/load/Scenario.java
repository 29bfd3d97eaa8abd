package dev.poscart.benchmarks.load;

import dev.poscart.benchmarks.Till;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a user does repeatedly.
 *
 * @param sale whether the cart is paid and billed at the end; otherwise it is cancelled
 * @param items number of items, entered one by one
 * @param pauseMillis how long the user waits before each item
 * @param itemCodes the items to choose from at random
 */
record Scenario(boolean sale, int items, int pauseMillis, List<String> itemCodes) {

  /** More than the total of any cart; the till gives change. */
  private static final int CASH = 100_000;

  /** One cart from opening to closing, or as far as the time allows. */
  void run(Till till, Random random, long untilNanos) {
    String cartId = till.createCart();
    if (cartId.isEmpty()) {
      // Pauses after a refusal.
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

  /** A description in one sentence. */
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
