package dev.poscart.domain.usecase.carry;

/**
 * The rules for carried carts.
 *
 * @param required whether all carts are carried; otherwise the terminal decides for each cart
 * @param maxRequestBytes maximum length of a request, in which the cart comes back
 */
public record CarryRules(boolean required, int maxRequestBytes) {

  private static final int GROWTH_PERCENT = 60;

  /** A cart must not grow beyond this, so that what has to follow still fits a request. */
  long maxSignedBytes() {
    return (long) maxRequestBytes * GROWTH_PERCENT / 100;
  }
}
