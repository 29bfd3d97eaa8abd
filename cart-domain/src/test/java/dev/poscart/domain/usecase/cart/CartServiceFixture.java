package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CartId;

/** Carts of two tills. */
abstract class CartServiceFixture {

  static final CartId UNKNOWN = new CartId("no-such-cart");

  final FaultyStores faulty = new FaultyStores();
  final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);
}
