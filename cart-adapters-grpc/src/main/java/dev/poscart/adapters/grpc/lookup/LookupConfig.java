package dev.poscart.adapters.grpc.lookup;

/**
 * The configuration of the look-up policy.
 *
 * @param equalCodes whether to look up an unknown code in other notations
 * @param singleFlight whether to merge equal look-ups in flight
 */
public record LookupConfig(
    boolean equalCodes,
    CacheConfig cache,
    boolean singleFlight,
    StaleConfig stale,
    BreakerConfig breaker) {

  /** Everything enabled, with the defaults of each part. */
  public static LookupConfig defaults() {
    return new LookupConfig(
        true, CacheConfig.defaults(), true, StaleConfig.defaults(), BreakerConfig.defaults());
  }

  /** Everything disabled: every look-up is sent, and its response is returned unchanged. */
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
