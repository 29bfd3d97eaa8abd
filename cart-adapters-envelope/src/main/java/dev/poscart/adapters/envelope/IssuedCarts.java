package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CartId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last envelope of each cart that this service has issued lately. Most of them come back as
 * they were issued, to this very service; what is in them is known then. May be used by several
 * threads.
 */
final class IssuedCarts {

  /** With the cart beside its text, a few times as many bytes of heap. */
  private static final int MAX_CHARACTERS = 4_000_000;

  private final Map<Key, Issued> carts = new LinkedHashMap<>();
  private int characters;

  private record Key(String tenantId, CartId id) {}

  /**
   * An envelope that was issued.
   *
   * @param text without the signature
   * @param key that has made the signature
   * @param cart as it would be read from the text
   */
  record Issued(
      String text, String signature, SnapshotKey key, EnvelopeHeader header, CarriedCart cart) {

    /** Whether an envelope is this one; its signature is compared as slowly as any other. */
    boolean is(String envelope) {
      int length = text.length();
      return envelope.length() == length + signature.length()
          && envelope.substring(0, length).equals(text)
          && MessageDigest.isEqual(bytes(envelope.substring(length)), bytes(signature));
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The last envelope of a cart, if it is this one. */
  Optional<Issued> find(String tenantId, CartId id, String envelope) {
    return last(new Key(tenantId, id)).filter(issued -> issued.is(envelope));
  }

  private synchronized Optional<Issued> last(Key key) {
    return Optional.ofNullable(carts.get(key));
  }

  synchronized void keep(Issued issued) {
    Key key = new Key(issued.header().tenantId(), issued.cart().cart().id());
    // Taken out first, so that the carts stay in the order of their last issue.
    Issued before = carts.remove(key);
    carts.put(key, issued);
    characters += issued.text().length() - (before == null ? 0 : before.text().length());
    Iterator<Issued> oldest = carts.values().iterator();
    while (characters > MAX_CHARACTERS && oldest.hasNext()) {
      characters -= oldest.next().text().length();
      oldest.remove();
    }
  }
}
