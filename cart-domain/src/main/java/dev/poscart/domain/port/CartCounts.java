package dev.poscart.domain.port;

/**
 * How many carts a tenant has in work.
 *
 * @param open neither closed nor parked, including those in closing
 * @param parked put aside to be retrieved
 * @param closing whose sale or cancellation is being written
 */
public record CartCounts(long open, long parked, long closing) {

  /** No carts. */
  public static final CartCounts NONE = new CartCounts(0, 0, 0);

  /** The carts of both. */
  public CartCounts plus(CartCounts other) {
    return new CartCounts(open + other.open, parked + other.parked, closing + other.closing);
  }
}
