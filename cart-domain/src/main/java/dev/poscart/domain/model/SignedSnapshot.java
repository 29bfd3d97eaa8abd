package dev.poscart.domain.model;

/**
 * A whole cart, signed by a service of the shop, as the text that travels with the terminal. Only
 * {@link dev.poscart.domain.port.CartSnapshots} looks inside.
 *
 * @param text not verified unless this service has just issued it
 */
public record SignedSnapshot(String text) {

  /** Carts hold names of customers and prices, which do not belong into logs. */
  @Override
  public String toString() {
    return "SignedSnapshot[" + text.length() + " characters]";
  }
}
