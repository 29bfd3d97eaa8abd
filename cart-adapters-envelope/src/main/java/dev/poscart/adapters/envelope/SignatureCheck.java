package dev.poscart.adapters.envelope;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/** Finds out whether a document is the one that was signed. */
final class SignatureCheck {

  private SignatureCheck() {}

  /**
   * The document that was signed: as it was sent or, if a client has rewritten {@code 808.0} as
   * {@code 808}, with the fractions restored. Empty if neither has the signature.
   *
   * @throws MalformedEnvelopeException if the document has no canonical form
   */
  static Optional<Map<?, ?>> signed(SignedEnvelope sent, SnapshotKey key)
      throws MalformedEnvelopeException {
    if (matchesAsSent(sent, key) || matches(sent, sent.document(), key)) {
      return Optional.of(sent.document());
    }
    for (Map<?, ?> restored : FloatPlaces.restored(sent.document())) {
      if (matches(sent, restored, key)) {
        return Optional.of(restored);
      }
    }
    return Optional.empty();
  }

  /** Bytes with a matching signature are what was signed, and need not be made canonical first. */
  private static boolean matchesAsSent(SignedEnvelope sent, SnapshotKey key) {
    return sent.document() instanceof CanonicalObject document
        && key.verifies(sent.header().signed(sent.name(), document.spelling()), sent.signature());
  }

  private static boolean matches(SignedEnvelope sent, Map<?, ?> document, SnapshotKey key)
      throws MalformedEnvelopeException {
    ByteBuffer canonical = CanonicalJson.of(document).from(0);
    return key.verifies(sent.header().signed(sent.name(), canonical), sent.signature());
  }
}
