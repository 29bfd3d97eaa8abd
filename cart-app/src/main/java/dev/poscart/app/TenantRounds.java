package dev.poscart.app;

import dev.poscart.domain.port.StoreDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The rounds of a background job over the tenants. The first one visits all of them. After that the
 * tenants in which this process has left work are visited, as announced, and a few others in turn:
 * another process may have left work there and ended. So the cost of a round depends on the work
 * and hardly on the number of tenants.
 */
final class TenantRounds {

  /** Tenants without announced work that a round visits. */
  static final int IN_TURN = 10;

  /** How long announced work may take before it is due. */
  private static final Duration SETTLING = Duration.ofSeconds(10);

  private final StoreDirectory stores;
  private final Clock clock;
  private final Map<String, Instant> announced = new ConcurrentHashMap<>();
  private volatile boolean hasVisitedAll;
  private int next;

  TenantRounds(StoreDirectory stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /** Has the tenant visited in each of the next rounds, until one of them goes well later on. */
  void announce(String tenantId) {
    announced.put(tenantId, clock.instant());
  }

  /**
   * Makes a round; not while another one is in progress.
   *
   * @param visit visits these tenants; the next round repeats what fails
   */
  <T> CompletionStage<T> run(Function<List<String>, CompletionStage<T>> visit) {
    Instant settled = clock.instant().minus(SETTLING);
    return stores
        .tenantIds()
        .thenCompose(all -> visit.apply(hasVisitedAll ? some(all) : all))
        .thenApply(
            result -> {
              hasVisitedAll = true;
              announced.values().removeIf(at -> at.isBefore(settled));
              return result;
            });
  }

  private synchronized List<String> some(List<String> all) {
    Set<String> some = new LinkedHashSet<>(announced.keySet());
    for (int i = 0; i < Math.min(IN_TURN, all.size()); i++) {
      next = (next + 1) % all.size();
      some.add(all.get(next));
    }
    return List.copyOf(some);
  }
}
