package dev.poscart.domain.usecase;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finishes the closings that a crash or a lost answer left behind. */
public final class ClosingRecovery {

  private static final int BATCH = 100;

  private final CartStore carts;
  private final StoreDirectory stores;
  private final ClosingCompletion completion;
  private final Clock clock;

  /** Composes. */
  public ClosingRecovery(
      CartStore carts, StoreDirectory stores, ClosingCompletion completion, Clock clock) {
    this.carts = carts;
    this.stores = stores;
    this.completion = completion;
    this.clock = clock;
  }

  /**
   * Finishes what was marked longer ago than {@code age}; younger marks belong to requests that are
   * about to finish them.
   *
   * @return how many were finished
   */
  public CompletionStage<Integer> run(Duration age) {
    OffsetDateTime before = OffsetDateTime.now(clock).minus(age);
    return Stages.attempt(
        () -> stores.tenantIds().thenCompose(tenants -> tenants(tenants, before)));
  }

  private CompletionStage<Integer> tenants(List<String> tenants, OffsetDateTime before) {
    CompletionStage<Integer> done = CompletableFuture.completedFuture(0);
    for (String tenant : tenants) {
      done = done.thenCompose(count -> batch(tenant, before, count));
    }
    return done;
  }

  private CompletionStage<Integer> batch(String tenant, OffsetDateTime before, int count) {
    return carts
        .findClosing(tenant, BATCH)
        .thenCompose(
            marked -> {
              List<Versioned<Cart>> due =
                  marked.stream().filter(cart -> isDue(cart.value(), before)).toList();
              return finishAll(due, count)
                  .thenCompose(
                      total ->
                          due.size() < BATCH
                              ? CompletableFuture.completedFuture(total)
                              : batch(tenant, before, total));
            });
  }

  /** One after the other: they compete for the numbers of the same terminals. */
  private CompletionStage<Integer> finishAll(List<Versioned<Cart>> due, int count) {
    CompletionStage<Integer> done = CompletableFuture.completedFuture(count);
    for (Versioned<Cart> cart : due) {
      done = done.thenCompose(total -> completion.finish(cart).thenApply(finished -> total + 1));
    }
    return done;
  }

  private static boolean isDue(Cart cart, OffsetDateTime before) {
    return cart.closing().map(Closing::at).map(at -> !at.isAfter(before)).orElse(false);
  }
}
