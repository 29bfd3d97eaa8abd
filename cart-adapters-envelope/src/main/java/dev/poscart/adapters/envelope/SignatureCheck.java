package dev.poscart.adapters.envelope;

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
    if (matches(sent, sent.document(), key)) {
      return Optional.of(sent.document());
    }
    for (Map<?, ?> restored : FloatPlaces.restored(sent.document())) {
      if (matches(sent, restored, key)) {
        return Optional.of(restored);
      }
    }
    return Optional.empty();
  }

  private static boolean matches(SignedEnvelope sent, Map<?, ?> document, SnapshotKey key)
      throws MalformedEnvelopeException {
    String signedText = sent.header().signedText(sent.name(), CanonicalJson.of(document));
    return key.verifies(signedText, sent.signature());
  }
}
