package dev.poscart.adapters.grpc.lookup;

/**
 * The look-up policy.
 *
 * @param equalCodes whether a code that the master does not know is asked for in other spellings
 * @param singleFlight whether equal questions asked at the same time are asked once
 */
public record LookupConfig(
    boolean equalCodes,
    CacheConfig cache,
    boolean singleFlight,
    StaleConfig stale,
    BreakerConfig breaker) {

  /** Everything on, with each part's own defaults. */
  public static LookupConfig defaults() {
    return new LookupConfig(
        true, CacheConfig.defaults(), true, StaleConfig.defaults(), BreakerConfig.defaults());
  }

  /** Every look-up goes out, and its answer comes back as it is. */
  public static LookupConfig bare() {
    return new LookupConfig(
        false, CacheConfig.off(), false, StaleConfig.failClosed(), BreakerConfig.off());
  }

  public LookupConfig withEqualCodes(boolean newEqualCodes) {
    return new LookupConfig(newEqualCodes, cache, singleFlight, stale, breaker);
  }

  public LookupConfig withCache(CacheConfig newCache) {
    return new LookupConfig(equalCodes, newCache, singleFlight, stale, breaker);
  }

  public LookupConfig withSingleFlight(boolean newSingleFlight) {
    return new LookupConfig(equalCodes, cache, newSingleFlight, stale, breaker);
  }

  public LookupConfig withStale(StaleConfig newStale) {
    return new LookupConfig(equalCodes, cache, singleFlight, newStale, breaker);
  }

  public LookupConfig withBreaker(BreakerConfig newBreaker) {
    return new LookupConfig(equalCodes, cache, singleFlight, stale, newBreaker);
  }
}
