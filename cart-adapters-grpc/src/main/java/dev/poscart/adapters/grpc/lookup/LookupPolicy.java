package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.port.ItemMasterPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * The look-up policy: a stack of decorators, from the caller to the network: observation, cache,
 * single flight, stale fallback, circuit breaker, equal codes. Disabled parts are left out of the
 * stack.
 */
public final class LookupPolicy {

  private final ItemMasterPort port;
  private final Optional<BreakerItemMaster> breaker;

  /** What forgets the items of a tenant or of one of its stores. */
  private final List<BiConsumer<String, Optional<String>>> caches;

  private LookupPolicy(
      ItemMasterPort port,
      Optional<BreakerItemMaster> breaker,
      List<BiConsumer<String, Optional<String>>> caches) {
    this.port = port;
    this.breaker = breaker;
    this.caches = List.copyOf(caches);
  }

  /** Creates a timer for a policy; its owner shuts it down. It does not keep the process alive. */
  public static ScheduledExecutorService timer() {
    return Executors.newSingleThreadScheduledExecutor(
        work -> {
          Thread thread = new Thread(work, "item-master-timer");
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Builds the stack on top of an item master.
   *
   * @param onRefused runs for each look-up that the circuit breaker rejects
   * @param timer detects slow responses
   */
  public static LookupPolicy over(
      ItemMasterPort master,
      LookupConfig config,
      LookupObserver observer,
      Runnable onRefused,
      ScheduledExecutorService timer) {
    LongSupplier clock = System::nanoTime;
    ItemMasterPort port = config.equalCodes() ? new EqualCodesItemMaster(master) : master;
    Optional<BreakerItemMaster> breaker = Optional.empty();
    if (config.breaker().enabled()) {
      BreakerItemMaster broken =
          new BreakerItemMaster(port, config.breaker(), observer, onRefused, timer, clock);
      breaker = Optional.of(broken);
      port = broken;
    }
    if (!config.stale().limit().isZero()) {
      port = new StaleFallbackItemMaster(port, config.stale(), observer, timer, clock);
    }
    List<BiConsumer<String, Optional<String>>> caches = new ArrayList<>();
    port = cached(port, config, observer, caches);
    return new LookupPolicy(new ObservedItemMaster(port, observer, clock), breaker, caches);
  }

  private static ItemMasterPort cached(
      ItemMasterPort master,
      LookupConfig config,
      LookupObserver observer,
      List<BiConsumer<String, Optional<String>>> caches) {
    ItemMasterPort port = master;
    if (config.singleFlight()) {
      SingleFlightItemMaster flights = new SingleFlightItemMaster(port, observer);
      caches.add(flights::clear);
      port = flights;
    }
    if (config.cache().enabled()) {
      CachedItemMaster cached =
          new CachedItemMaster(port, config.cache(), observer, System::nanoTime);
      caches.add(cached::clear);
      port = cached;
    }
    return port;
  }

  /** The top of the stack. */
  public ItemMasterPort port() {
    return port;
  }

  /**
   * Forgets the cached items of a tenant. Those kept for failures of the item master stay.
   *
   * @param storeCode only of this store; empty: of all stores
   */
  public void clear(String tenantId, Optional<String> storeCode) {
    caches.forEach(cache -> cache.accept(tenantId, storeCode));
  }

  /** Lets some look-ups through an open breaker, because the item master is probably back. */
  public void reconsider() {
    breaker.ifPresent(BreakerItemMaster::reconsider);
  }

  /** Opens the breaker, because the item master does not respond. */
  public void refuseForAWhile() {
    breaker.ifPresent(BreakerItemMaster::trip);
  }

  /** The state of the circuit breaker; closed if it is disabled. */
  public LookupObserver.Breaker breaker() {
    return breaker.map(BreakerItemMaster::state).orElse(LookupObserver.Breaker.CLOSED);
  }
}
