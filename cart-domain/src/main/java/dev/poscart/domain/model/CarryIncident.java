package dev.poscart.domain.model;

/**
 * Something about a carried cart that an administrator may have to look into.
 *
 * @param terminal the caller
 * @param cart of a void or return, the id that the terminal gave it
 * @param reason what was refused or differs; of values that were not verified, only codes
 */
public record CarryIncident(Kind kind, TerminalKey terminal, CartId cart, String reason) {

  private static final int MAX_REASON = 16_384;

  public CarryIncident {
    reason = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
  }

  /** The kinds of incidents. */
  public enum Kind {
    /** A snapshot was refused. */
    REJECTED,
    /** A sale was closed without the terminal's own numbers. */
    NUMBERING_FALLBACK,
    /** A sale that is in the log was closed again with other numbers; the first ones count. */
    REPEAT_DIVERGED,
    /** A sale that is in the log was closed again with other contents. */
    REPEAT_DIFFERS,
    /** An older state of the cart was presented than this database has seen. */
    ROLLED_BACK,
    /** The cart was changed in another way after the same revision. */
    FORKED,
    /** Another terminal presented the cart than the one it was issued to. */
    OTHER_TERMINAL,
    /**
     * A closing was refused: the cart is closed in another way, or its number is taken; or a void
     * or return was refused as its number is taken.
     */
    CLOSED_OTHERWISE,
    /** The totals that a snapshot states are not what the rules here come to. */
    TOTALS_DIFFER
  }
}
