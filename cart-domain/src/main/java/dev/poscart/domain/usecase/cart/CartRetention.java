package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Removes carts that have not been needed for a long time. The transaction log is the record of
 * sales: it is not affected, and later operations on transactions need only the log.
 */
public final class CartRetention {

  /** Small, because sales wait while a batch is removed. */
  private static final int BATCH = 100;

  private final CartStore carts;
  private final StoreDirectory storeDirectory;
  private final Duration age;
  private final Clock clock;

  /**
   * @param age how long a cart is kept after its last change
   */
  public CartRetention(CartStore carts, StoreDirectory storeDirectory, Duration age, Clock clock) {
    this.carts = carts;
    this.storeDirectory = storeDirectory;
    this.age = age;
    this.clock = clock;
  }

  /**
   * The result of a run.
   *
   * @param carts number of removed carts
   * @param failure the first failure; it does not affect other tenants
   */
  public record Removed(int carts, Optional<Throwable> failure) {

    private static final Removed NOTHING = new Removed(0, Optional.empty());

    private Removed and(int more) {
      return new Removed(carts + more, failure);
    }

    private Removed with(Throwable newFailure) {
      return new Removed(carts, failure.or(() -> Optional.of(newFailure)));
    }
  }

  /**
   * Removes old carts, tenant by tenant and batch by batch. May run in several processes at once.
   *
   * @param goOn checked before each batch; the rest is left to the next run
   * @return the result; never fails
   */
  public CompletionStage<Removed> run(BooleanSupplier goOn) {
    Instant before = clock.instant().minus(age);
    return tolerant(
        Removed.NOTHING,
        () -> storeDirectory.tenantIds().thenCompose(tenants -> tenants(tenants, before, goOn)));
  }

  private CompletionStage<Removed> tenants(
      List<String> tenants, Instant before, BooleanSupplier goOn) {
    CompletionStage<Removed> done = Stages.completed(Removed.NOTHING);
    for (String tenant : tenants) {
      done = done.thenCompose(soFar -> batches(tenant, before, goOn, soFar));
    }
    return done;
  }

  private CompletionStage<Removed> batches(
      String tenant, Instant before, BooleanSupplier goOn, Removed soFar) {
    if (!goOn.getAsBoolean()) {
      return Stages.completed(soFar);
    }
    return tolerant(
        soFar,
        () ->
            carts
                .removeUnchangedSince(tenant, before, BATCH)
                .thenCompose(
                    removed ->
                        removed == 0
                            ? Stages.completed(soFar)
                            : batches(tenant, before, goOn, soFar.and(removed))));
  }

  private static CompletionStage<Removed> tolerant(
      Removed soFar, Supplier<CompletionStage<Removed>> step) {
    return Stages.attempt(step).exceptionally(soFar::with);
  }
}
