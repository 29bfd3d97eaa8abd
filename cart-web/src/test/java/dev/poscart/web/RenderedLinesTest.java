package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.RandomSales;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LineItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenderedLinesTest {

  private static final int CARTS = 300;

  @Test
  void eachVersion_isRenderedAsIfAllOfItWereRenderedAnew() {
    RenderedLines lines = new RenderedLines();
    Cart cart = CartTestData.idleCart("c1");
    for (int seed = 1; seed <= CARTS; seed++) {
      cart = nextVersion(cart, new RandomSales(seed).cart());
      assertThat(
              JsonText.bytes(new CartJson(cart, Optional.empty(), lines::write, Optional.empty())))
          .isEqualTo(
              JsonText.bytes(
                  new CartJson(cart, Optional.empty(), SaleJson::cartLines, Optional.empty())));
    }
  }

  /** Keeps every other line and takes the rest from another cart. */
  private static Cart nextVersion(Cart cart, Cart other) {
    List<LineItem> lines = new ArrayList<>(other.lines());
    for (int i = 0; i < Math.min(lines.size(), cart.lines().size()); i += 2) {
      lines.set(i, cart.lines().get(i));
    }
    return cart.change().lines(lines).make();
  }
}
