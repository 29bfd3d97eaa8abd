package dev.poscart.domain.model;

import java.util.Optional;

/** Whom the terminal named as the user of the cart, as far as it did. */
public record Customer(Optional<String> id, Optional<String> name) {

  public static final Customer UNKNOWN = new Customer(Optional.empty(), Optional.empty());
}
