package dev.poscart.adapters.envelope;

import java.nio.ByteBuffer;

/**
 * What is signed together with a cart document.
 *
 * @param schemaVersion of the document's form
 * @param issuedAt server time in ISO 8601, as text
 * @param kid id of the key
 * @param terminalNo the terminal that got the envelope
 */
record EnvelopeHeader(
    long schemaVersion,
    String issuedAt,
    String kid,
    String tenantId,
    String storeCode,
    long terminalNo) {

  private static final int USUAL_LENGTH = 256;

  /**
   * The canonical text of header and document, which is signed.
   *
   * @param name of the document, before {@code issued_at} in the alphabet
   * @param document its canonical text, not copied
   */
  SignedText signed(String name, ByteBuffer document) {
    // The members are sorted by name.
    CanonicalBytes start = new CanonicalBytes(name.length() + 4).append('{').text(name).append(':');
    CanonicalBytes end =
        new CanonicalBytes(USUAL_LENGTH)
            .append(",\"issued_at\":")
            .text(issuedAt)
            .append(",\"kid\":")
            .text(kid)
            .append(",\"schema_version\":")
            .integer(schemaVersion)
            .append(",\"store_code\":")
            .text(storeCode)
            .append(",\"tenant_id\":")
            .text(tenantId)
            .append(",\"terminal_no\":")
            .integer(terminalNo)
            .append('}');
    return new SignedText(start.from(0), document, end.from(0));
  }

  /** Writes the envelope as it is sent, up to the document. */
  void write(CanonicalBytes out) {
    out.append("{\"schemaVersion\":")
        .integer(schemaVersion)
        .append(",\"issuedAt\":")
        .text(issuedAt)
        .append(",\"kid\":")
        .text(kid)
        .append(",\"tenantId\":")
        .text(tenantId)
        .append(",\"storeCode\":")
        .text(storeCode)
        .append(",\"terminalNo\":")
        .integer(terminalNo)
        .append(",\"cartDocument\":");
  }

  /** Writes the rest of the envelope, after the document. */
  static void writeSignature(CanonicalBytes out, String signature) {
    out.append(",\"signature\":").text(signature).append('}');
  }
}
