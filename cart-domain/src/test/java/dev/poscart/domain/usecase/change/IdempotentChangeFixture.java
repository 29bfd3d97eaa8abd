package dev.poscart.domain.usecase.change;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;

import dev.poscart.domain.fixtures.FaultyStores;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.port.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Changes with their own ids. */
abstract class IdempotentChangeFixture {

  static final ChangeId ID = new ChangeId("7f0c54f1-0f2f-4f6c-9f63-5a1d3c1f3a01");
  static final ChangeId OTHER = new ChangeId("7f0c54f1-0f2f-4f6c-9f63-5a1d3c1f3a02");

  final FaultyStores faulty = new FaultyStores();
  final UseCaseFixture shop = new UseCaseFixture(faulty.carts, faulty.log);

  /** Changes that would be noticed if made twice. */
  enum Change {
    ADD_ITEMS {
      @Override
      CompletionStage<Versioned<Cart>> of(UseCaseFixture shop, ChangeContext context, CartId id) {
        return shop.carts.addItems(context, id, List.of(keyed("JUICE", 1)));
      }
    },
    PAY {
      @Override
      CompletionStage<Versioned<Cart>> of(UseCaseFixture shop, ChangeContext context, CartId id) {
        return shop.carts.pay(context, id, List.of(cash("10")));
      }
    },
    CHANGE_QUANTITY {
      @Override
      CompletionStage<Versioned<Cart>> of(UseCaseFixture shop, ChangeContext context, CartId id) {
        return shop.carts.changeQuantity(context, id, 1, 2);
      }
    },
    SUBTOTAL {
      @Override
      CompletionStage<Versioned<Cart>> of(UseCaseFixture shop, ChangeContext context, CartId id) {
        return shop.carts.subtotal(context, id);
      }
    },
    PARK {
      @Override
      CompletionStage<Versioned<Cart>> of(UseCaseFixture shop, ChangeContext context, CartId id) {
        return shop.parking.park(context, id, Optional.of("Tray 3"));
      }
    };

    abstract CompletionStage<Versioned<Cart>> of(
        UseCaseFixture shop, ChangeContext context, CartId id);
  }

  CompletionStage<Versioned<Cart>> once(Change change, CartId id) {
    return change.of(shop, by(TILL_9).once(ID), id);
  }
}
