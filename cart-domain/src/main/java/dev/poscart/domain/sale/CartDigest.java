package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
    return of(cart, cart.lines().stream().map(CartDigest::line).toList());
  }

  /**
   * The same for a cart whose lines are known in their form for the digest.
   *
   * @param lines what {@link #line} makes of the cart's lines
   */
  public static String of(Cart cart, List<byte[]> lines) {
    MessageDigest digest = Sha256.digest();
    // As the text of a list of them all, which databases remember.
    update(digest, "[" + cart.status() + ", " + cart.closing().isPresent() + ", [");
    for (int i = 0; i < lines.size(); i++) {
      update(digest, i == 0 ? "" : ", ");
      digest.update(lines.get(i));
    }
    update(digest, "], " + cart.payments() + ", " + cart.subtotalDiscounts() + "]");
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A line in its form for the digest. */
  public static byte[] line(LineItem line) {
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }
}
