package dev.poscart.domain.model;

/**
 * A revision of a carried cart, as a database remembers it.
 *
 * @param number how many times the cart has been issued
 * @param digest tells whether two carts with the same number are the same
 */
public record CartRevision(String tenantId, CartId cart, int number, String digest) {

  public CartRevision {
    Expect.notBlank("tenantId", tenantId);
    Expect.atLeast("number", 1, number);
    Expect.notBlank("digest", digest);
  }
}
