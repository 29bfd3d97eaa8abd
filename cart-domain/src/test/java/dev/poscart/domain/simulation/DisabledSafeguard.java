package dev.poscart.domain.simulation;

/** A safeguard that is taken out, to see that the checker misses it. */
enum DisabledSafeguard {
  /** Carts and delivery records are replaced whatever their version is. */
  NO_VERSION_CHECK,
  /** A terminal's number can be taken twice. */
  NO_UNIQUE_POSITIONS,
  /** A cart can be closed, and a place in the history of a sale be taken, twice. */
  NO_UNIQUE_CLAIMS,
  /** An entry whose append was not answered is not recognised when it is appended again. */
  APPEND_NOT_REPEATABLE,
  /** Nothing is marked on the cart before its transaction is appended. */
  NO_CLOSING_MARK,
  /** A transaction has the date of its till's first session, beside the counters of the latest. */
  DATES_STAND_STILL,
  /** Where the stored cart decides, an instance takes the one in its cache for it. */
  CACHE_DECIDES,
  /** A request that is asked for again under its key is taken for another one. */
  NO_KEYS
}
