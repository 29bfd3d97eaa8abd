package dev.poscart.domain.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.RandomSales;
import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartDigestTest {

  private static final int CARTS = 200;

  /** Databases remember digests, so what they are made of must not change. */
  @Test
  void digest_isThatOfTheTextOfStatusAndContents() {
    Seeds.each(
        CARTS,
        seed -> {
          Cart cart = new RandomSales(seed).cart();
          List<Object> contents =
              List.of(
                  cart.status(),
                  cart.closing().isPresent(),
                  cart.lines(),
                  cart.payments(),
                  cart.subtotalDiscounts());
          assertThat(CartDigest.of(cart)).isEqualTo(sha256(contents.toString()));
        });
  }

  private static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
