package dev.poscart.adapters.envelope;

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

  /**
   * The canonical text of header and document, which is signed.
   *
   * @param document its canonical text
   */
  String signedText(String document) throws MalformedEnvelopeException {
    return signedText(SignedEnvelope.CART, document);
  }

  /**
   * The same for a document of another kind.
   *
   * @param name of the document, before {@code issued_at} in the alphabet
   */
  String signedText(String name, String document) throws MalformedEnvelopeException {
    // The members are sorted by name.
    return "{\""
        + name
        + "\":"
        + document
        + ",\"issued_at\":"
        + CanonicalJson.ofText(issuedAt)
        + ",\"kid\":"
        + CanonicalJson.ofText(kid)
        + ",\"schema_version\":"
        + schemaVersion
        + ",\"store_code\":"
        + CanonicalJson.ofText(storeCode)
        + ",\"tenant_id\":"
        + CanonicalJson.ofText(tenantId)
        + ",\"terminal_no\":"
        + terminalNo
        + "}";
  }

  /** The envelope as it is sent. */
  String envelope(String document, String signature) throws MalformedEnvelopeException {
    return "{\"schemaVersion\":"
        + schemaVersion
        + ",\"issuedAt\":"
        + CanonicalJson.ofText(issuedAt)
        + ",\"kid\":"
        + CanonicalJson.ofText(kid)
        + ",\"tenantId\":"
        + CanonicalJson.ofText(tenantId)
        + ",\"storeCode\":"
        + CanonicalJson.ofText(storeCode)
        + ",\"terminalNo\":"
        + terminalNo
        + ",\"cartDocument\":"
        + document
        + ",\"signature\":\""
        + signature
        + "\"}";
  }
}
