package dev.poscart.domain.model;

/** The id of a cart: a random UUID in its usual text form. */
public record CartId(String value) {

  public CartId {
    Expect.notBlank("cartId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
