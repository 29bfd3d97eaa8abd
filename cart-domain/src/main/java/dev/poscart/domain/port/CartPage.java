package dev.poscart.domain.port;

import dev.poscart.domain.model.Cart;
import java.util.List;

/**
 * One page of a list of carts.
 *
 * @param total number of carts on all pages
 */
public record CartPage(List<Versioned<Cart>> carts, long total) {

  public static final CartPage EMPTY = new CartPage(List.of(), 0);

  public CartPage {
    carts = List.copyOf(carts);
  }
}
