package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.port.ItemMasterPort;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * The stack of decorators, from the till to the wire: observation, cache, single flight, stale
 * fallback, circuit breaker, equal codes. Parts that are switched off are not there at all.
 */
public final class LookupPolicy {

  private final ItemMasterPort port;
  private final Optional<BreakerItemMaster> breaker;

  private LookupPolicy(ItemMasterPort port, Optional<BreakerItemMaster> breaker) {
    this.port = port;
    this.breaker = breaker;
  }

  /**
   * Stacks the decorators over a master.
   *
   * @param onRefused told of each look-up that the circuit breaker turns away
   * @param timer for answers that are too slow
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
    if (config.singleFlight()) {
      port = new SingleFlightItemMaster(port, observer);
    }
    if (config.cache().enabled()) {
      port = new CachedItemMaster(port, config.cache(), observer, clock);
    }
    return new LookupPolicy(new ObservedItemMaster(port, observer, clock), breaker);
  }

  /** What the till asks. */
  public ItemMasterPort port() {
    return port;
  }

  /** There is reason to believe that the master is back: an open breaker lets some through. */
  public void reconsider() {
    breaker.ifPresent(BreakerItemMaster::reconsider);
  }

  /** The master does not answer: the breaker refuses look-ups until it is time to try again. */
  public void refuseForAWhile() {
    breaker.ifPresent(BreakerItemMaster::trip);
  }

  /** How the circuit breaker is set; closed if there is none. */
  public LookupObserver.Breaker breaker() {
    return breaker.map(BreakerItemMaster::state).orElse(LookupObserver.Breaker.CLOSED);
  }
}
