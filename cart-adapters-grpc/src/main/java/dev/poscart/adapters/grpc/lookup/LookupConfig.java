package dev.poscart.adapters.grpc.lookup;

/**
 * The look-up policy.
 *
 * @param singleFlight whether equal questions asked at the same time are asked once
 */
public record LookupConfig(
    CacheConfig cache, boolean singleFlight, StaleConfig stale, BreakerConfig breaker) {

  /** Everything on, with each part's own defaults. */
  public static LookupConfig defaults() {
    return new LookupConfig(
        CacheConfig.defaults(), true, StaleConfig.defaults(), BreakerConfig.defaults());
  }

  /** Every look-up goes out, and its answer comes back as it is. */
  public static LookupConfig bare() {
    return new LookupConfig(
        CacheConfig.off(), false, StaleConfig.failClosed(), BreakerConfig.off());
  }

  public LookupConfig withCache(CacheConfig newCache) {
    return new LookupConfig(newCache, singleFlight, stale, breaker);
  }

  public LookupConfig withSingleFlight(boolean newSingleFlight) {
    return new LookupConfig(cache, newSingleFlight, stale, breaker);
  }

  public LookupConfig withStale(StaleConfig newStale) {
    return new LookupConfig(cache, singleFlight, newStale, breaker);
  }

  public LookupConfig withBreaker(BreakerConfig newBreaker) {
    return new LookupConfig(cache, singleFlight, stale, newBreaker);
  }
}
