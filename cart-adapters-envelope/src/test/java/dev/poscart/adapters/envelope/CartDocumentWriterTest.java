package dev.poscart.adapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.RandomSales;
import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartBuilder;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartDocumentWriterTest {

  private static final int CARTS = 500;

  @Test
  void anyOpenCart_isWrittenInItsCanonicalForm() {
    Seeds.each(CARTS, seed -> assertCanonical(new RandomCarts(seed).cart()));
  }

  @Test
  void anyClosedCart_isWrittenInItsCanonicalForm() {
    Seeds.each(
        CARTS,
        seed -> {
          CarriedCart open = new RandomCarts(seed).cart();
          Cart other = new RandomSales(seed).cart();
          CartBuilder change = open.cart().change().status(CartStatus.COMPLETED);
          other.closing().ifPresent(change::closing);
          other.closed().ifPresent(change::closed);
          assertCanonical(open.following(change.make()));
        });
  }

  @Test
  void amountBeyondBinaryFloatingPoint_cannotBeWritten() {
    CarriedCart carried = new RandomCarts(7).cart();
    LineItem line = carried.cart().lines().get(0);
    LineItem endless = line.withDiscounts(new Money(new BigDecimal("1e400")), List.of());
    CarriedCart changed = carried.following(carried.cart().change().line(endless).make());

    assertThatThrownBy(() -> written(changed))
        .hasMessage("envelope: an infinite number (expected: a finite one)");
  }

  private static void assertCanonical(CarriedCart cart) throws MalformedEnvelopeException {
    assertThat(written(cart)).isEqualTo(OtherCanonicalJson.of(CartTree.write(cart)));
    assertThat(CanonicalJson.of(JsonTree.parse(written(cart)))).hasToString(written(cart));
  }

  private static String written(CarriedCart cart) {
    CanonicalBytes out = new CanonicalBytes(100);
    CartDocumentWriter.write(out, cart, cart.cart().lines().stream().map(WrittenLine::of).toList());
    return out.toString();
  }
}
