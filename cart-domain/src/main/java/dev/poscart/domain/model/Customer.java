package dev.poscart.domain.model;

import java.util.Optional;

/** The customer of a cart, as far as the terminal has named one. */
public record Customer(Optional<String> id, Optional<String> name) {

  public static final Customer UNKNOWN = new Customer(Optional.empty(), Optional.empty());
}
