package dev.poscart.domain.model;

/**
 * Something about a carried cart that an administrator may have to look into.
 *
 * @param terminal the caller
 * @param reason what was refused or differs; of values that were not verified, only codes
 */
public record CarryIncident(Kind kind, TerminalKey terminal, CartId cart, String reason) {

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
    /** A closing was refused: the cart is closed in another way, or its number is taken. */
    CLOSED_OTHERWISE
  }
}
