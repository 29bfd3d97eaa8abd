package dev.poscart.domain.usecase.desk;

import static dev.poscart.domain.fixtures.Await.result;
import static dev.poscart.domain.fixtures.UseCaseFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.DeskFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the open carts of a terminal that is closed. */
class OpenCartsTest {

  private static final ChangeContext BY_TILL = ChangeContext.by(DeskFixture.TILL_9);
  private static final Optional<Money> NOT_COUNTED = Optional.empty();

  private final DeskFixture fixture = new DeskFixture();

  @Test
  void cartsWithGoods_areParked_inEntry_whateverTheyWere() {
    CartId entering = fixture.sales.withAnApple();
    CartId paying = fixture.sales.withAnApple();
    result(fixture.sales.carts.subtotal(BY_TILL, paying));

    assertThat(close()).containsExactlyInAnyOrder(entering, paying);

    assertThat(fixture.sales.stored(entering).value().parked()).isPresent();
    assertThat(fixture.sales.stored(paying).value().parked()).isPresent();
    assertThat(fixture.sales.stored(paying).value().status()).isEqualTo(CartStatus.ENTERING_ITEM);
  }

  @Test
  void cartsWithoutGoods_areDropped() {
    CartId idle = fixture.sales.opened();
    CartId cancelled = fixture.sales.withAnApple();
    result(fixture.sales.carts.cancelLine(BY_TILL, cancelled, 1));

    assertThat(close()).isEmpty();

    assertThat(found(idle)).isEmpty();
    assertThat(found(cancelled)).isEmpty();
  }

  @Test
  void cartFilledWhileItIsDropped_isParked() {
    CartId idle = fixture.sales.opened();
    Versioned<Cart> filled = fixture.sales.stored(fixture.sales.withAnApple());
    fixture.stores.beforeNextReplace(() -> fill(idle, filled.value()));

    assertThat(close()).contains(idle);

    assertThat(fixture.sales.stored(idle).value().parked()).isPresent();
  }

  @Test
  void cartWithTenders_refusesTheClosing_andIsNamed() {
    CartId paid = fixture.sales.paid();

    Refused refused = refused(fixture.shifts.close(BY_TILL, NOT_COUNTED));

    assertThat(refused.refusal()).isEqualTo(Refusal.DESK_STATUS);
    assertThat(refused.getMessage()).contains(paid.value());
    assertThat(fixture.sales.stored(paid).value().isOpen()).isTrue();
  }

  @Test
  void cartsBeyondThoseReadAtOnce_areSettledToo() {
    for (int i = 0; i < 1_001; i++) {
      fixture.sales.opened();
    }
    CartId last = fixture.sales.withAnApple();

    assertThat(close()).containsExactly(last);

    assertThat(result(fixture.stores.carts.findOpen(DeskFixture.TILL_9.key(), 10))).isEmpty();
  }

  private void fill(CartId id, Cart like) {
    Cart idle = fixture.sales.stored(id).value();
    Cart filled = idle.change().status(CartStatus.ENTERING_ITEM).lines(like.lines()).make();
    result(fixture.stores.carts.replace(filled, 1));
  }

  private List<CartId> close() {
    return result(fixture.shifts.close(BY_TILL, NOT_COUNTED)).parked();
  }

  private Optional<Versioned<Cart>> found(CartId id) {
    return result(fixture.stores.carts.find("A1234", id));
  }
}
