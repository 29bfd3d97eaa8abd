package dev.poscart.app.load;

import dev.poscart.app.till.TillClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What a user does repeatedly.
 *
 * @param payment how the cart is paid before it is billed; empty: it is cancelled
 * @param items number of items, entered one by one
 * @param pause how long the user waits before each item
 * @param itemCodes the items to choose from at random
 */
public record Scenario(String payment, int items, Duration pause, List<String> itemCodes) {

  private static final Duration AFTER_A_REFUSAL = Duration.ofMillis(20);

  public Scenario {
    itemCodes = List.copyOf(itemCodes);
  }

  /** One cart from opening to closing, or as far as the time allows. Does not fail. */
  CompletionStage<Void> run(TimedTill till, Random random, long untilNanos) {
    return till.createCart()
        .thenCompose(
            cartId ->
                cartId.isEmpty()
                    ? after(AFTER_A_REFUSAL)
                    : add(till, random, untilNanos, cartId, items)
                        .thenCompose(added -> end(till, cartId, added)));
  }

  /** Completes with whether anything was entered: an empty cart cannot be sold. */
  private CompletionStage<Boolean> add(
      TimedTill till, Random random, long untilNanos, String cartId, int left) {
    if (left == 0 || System.nanoTime() >= untilNanos) {
      return CompletableFuture.completedFuture(left < items);
    }
    String code = itemCodes.get(random.nextInt(itemCodes.size()));
    return after(pause)
        .thenCompose(waited -> till.add(cartId, code))
        .thenCompose(added -> add(till, random, untilNanos, cartId, left - 1));
  }

  private CompletionStage<Void> end(TimedTill till, String cartId, boolean added) {
    return (payment.isEmpty() || !added ? till.cancel(cartId) : till.sell(cartId, payment))
        .thenAccept(ended -> {});
  }

  private static CompletionStage<Void> after(Duration pause) {
    return pause.isZero() ? CompletableFuture.completedFuture(null) : TillClient.pause(pause);
  }

  /** A description in one sentence. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "Each user opens a cart, adds %d items one by one (pause %d ms, %d codes at random) and"
            + " %s.",
        items,
        pause.toMillis(),
        itemCodes.size(),
        payment.isEmpty() ? "cancels" : "asks for the subtotal, pays and bills");
  }
}
