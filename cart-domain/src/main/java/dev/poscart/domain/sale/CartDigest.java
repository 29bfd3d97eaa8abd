package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Tells whether two changes of a cart have the same result. */
public final class CartDigest {

  private CartDigest() {}

  /**
   * A digest of what the cart holds. Whether a closing cart is billed or cancelled makes no
   * difference: the transaction log decides that.
   *
   * @return 64 hexadecimal digits
   */
  public static String of(Cart cart) {
    String contents =
        List.of(
                cart.status(),
                cart.closing().isPresent(),
                cart.lines(),
                cart.payments(),
                cart.subtotalDiscounts())
            .toString();
    return HexFormat.of()
        .formatHex(Sha256.digest().digest(contents.getBytes(StandardCharsets.UTF_8)));
  }
}
