package dev.poscart.domain.usecase.closing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.usecase.change.ClosingCompletion;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Finishes the closings that a crash or a lost response left behind. */
public final class ClosingRecovery {

  private static final int BATCH = 100;

  private final CartStore carts;
  private final ClosingCompletion completion;
  private final Clock clock;

  public ClosingRecovery(CartStore carts, ClosingCompletion completion, Clock clock) {
    this.carts = carts;
    this.completion = completion;
    this.clock = clock;
  }

  /** The progress so far; the failure of one cart or tenant does not affect the others. */
  private record Progress(int finished, Optional<Throwable> failure) {

    Progress oneMore() {
      return new Progress(finished + 1, failure);
    }

    Progress with(Throwable newFailure) {
      return new Progress(finished, failure.or(() -> Optional.of(newFailure)));
    }
  }

  /**
   * Finishes the tenants' closings that are older than {@code age}; younger ones belong to requests
   * that are about to finish them.
   *
   * @return the number of finished closings; fails with the first failure, after all others were
   *     tried, if some could not be finished
   */
  public CompletionStage<Integer> run(List<String> tenantIds, Duration age) {
    return tenants(tenantIds, OffsetDateTime.now(clock).minus(age))
        .thenCompose(
            done ->
                done.failure()
                    .map(CompletableFuture::<Integer>failedFuture)
                    .orElseGet(() -> CompletableFuture.completedFuture(done.finished())));
  }

  private CompletionStage<Progress> tenants(List<String> tenants, OffsetDateTime before) {
    CompletionStage<Progress> done =
        CompletableFuture.completedFuture(new Progress(0, Optional.empty()));
    for (String tenant : tenants) {
      done = done.thenCompose(soFar -> tolerant(soFar, () -> batch(tenant, before, soFar)));
    }
    return done;
  }

  private CompletionStage<Progress> batch(String tenant, OffsetDateTime before, Progress soFar) {
    return carts
        .findClosing(tenant, BATCH)
        .thenCompose(
            marked -> {
              List<Versioned<Cart>> due =
                  marked.stream().filter(cart -> isDue(cart.value(), before)).toList();
              return finishAll(due, soFar)
                  .thenCompose(
                      now ->
                          // If not all were finished, the next batch would contain the same carts.
                          now.finished() < soFar.finished() + BATCH
                              ? CompletableFuture.completedFuture(now)
                              : tolerant(now, () -> batch(tenant, before, now)));
            });
  }

  /** One after the other, because they compete for the numbers of the same terminals. */
  private CompletionStage<Progress> finishAll(List<Versioned<Cart>> due, Progress soFar) {
    CompletionStage<Progress> done = CompletableFuture.completedFuture(soFar);
    for (Versioned<Cart> cart : due) {
      done =
          done.thenCompose(
              now ->
                  tolerant(
                      now, () -> completion.finish(cart).thenApply(finished -> now.oneMore())));
    }
    return done;
  }

  private static CompletionStage<Progress> tolerant(
      Progress soFar, Supplier<CompletionStage<Progress>> step) {
    return Stages.attempt(step).exceptionally(soFar::with);
  }

  private static boolean isDue(Cart cart, OffsetDateTime before) {
    return cart.closing().map(Closing::at).map(at -> !at.isAfter(before)).orElse(false);
  }
}
