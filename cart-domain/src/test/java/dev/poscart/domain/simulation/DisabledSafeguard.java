package dev.poscart.domain.simulation;

/** A safeguard that is disabled to see that the checker detects its absence. */
enum DisabledSafeguard {
  /** Carts and delivery records are replaced whatever their version is. */
  NO_VERSION_CHECK,
  /** A terminal's number can be taken twice. */
  NO_UNIQUE_POSITIONS,
  /** A cart can be closed, and a place in the history of a sale be taken, twice. */
  NO_UNIQUE_CLAIMS,
  /** An entry whose append was not answered is not recognised when it is appended again. */
  APPEND_NOT_REPEATABLE,
  /** The cart is not marked before its transaction is appended. */
  NO_CLOSING_MARK,
  /** A transaction has the date of its till's first session, beside the counters of the latest. */
  DATES_STAND_STILL,
  /** An instance trusts its cached cart where the stored one must decide. */
  CACHE_DECIDES,
  /** Revisions of carried carts are asked for, but not compared. */
  NO_REVISION_RECORD,
  /** A request repeated with its key is treated as a new one. */
  NO_KEYS,
  /** Entries of the desk and transactions do not take positions from each other. */
  DESK_TAKES_NO_POSITION
}
