package dev.poscart.adapters.envelope;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An envelope with its signature. Its eight members are read under their names in camel case or
 * snake case; others are ignored and not signed.
 *
 * @param name the document's name in snake case
 * @param document taken as it was sent, since its unknown members are signed, too
 * @param signature not verified
 */
record SignedEnvelope(EnvelopeHeader header, String name, Map<?, ?> document, String signature) {

  static final String CART = "cart_document";
  static final String NUMBERS = "finalize_context";

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");

  /**
   * Reads an envelope.
   *
   * @throws MalformedEnvelopeException if a member is missing or has the wrong type
   */
  static SignedEnvelope parse(String text) throws MalformedEnvelopeException {
    return parse(text, "cartDocument", CART);
  }

  /** The same for the numbers of a void or return, which have no names in camel case. */
  static SignedEnvelope parseNumbers(String text) throws MalformedEnvelopeException {
    return parse(text, NUMBERS, NUMBERS);
  }

  private static SignedEnvelope parse(String text, String camel, String name)
      throws MalformedEnvelopeException {
    Optional<CanonicalObject> canonical = CanonicalParser.parse(text);
    Map<?, ?> members = canonical.isPresent() ? canonical.get() : JsonTree.parseObject(text);
    String signature = text(members, "signature", "signature");
    if (signature.isEmpty()) {
      throw new MalformedEnvelopeException("signature: empty (expected: 64 digits)");
    }
    return new SignedEnvelope(
        new EnvelopeHeader(
            number(members, "schemaVersion", "schema_version"),
            text(members, "issuedAt", "issued_at"),
            text(members, "kid", "kid"),
            text(members, "tenantId", "tenant_id"),
            text(members, "storeCode", "store_code"),
            number(members, "terminalNo", "terminal_no")),
        name,
        document(members, camel, name),
        signature);
  }

  private static Map<?, ?> document(Map<?, ?> members, String camel, String name)
      throws MalformedEnvelopeException {
    if (member(members, camel, name) instanceof Map<?, ?> document) {
      return document;
    }
    throw new MalformedEnvelopeException(camel + ": no object (expected: an object)");
  }

  private static String text(Map<?, ?> members, String camel, String snake)
      throws MalformedEnvelopeException {
    if (member(members, camel, snake) instanceof String text) {
      return text;
    }
    throw new MalformedEnvelopeException(camel + ": no text (expected: a text)");
  }

  /** Also reads numbers in quotes, and those with a fraction of zero. */
  private static long number(Map<?, ?> members, String camel, String snake)
      throws MalformedEnvelopeException {
    Object value = member(members, camel, snake);
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof Double number && Math.rint(number) == number) {
      return number.longValue();
    }
    if (value instanceof String text && NUMBER.matcher(text.strip()).matches()) {
      return new BigInteger(text.strip()).longValueExact();
    }
    throw new MalformedEnvelopeException(camel + ": no whole number (expected: a whole number)");
  }

  private static @Nullable Object member(Map<?, ?> members, String camel, String snake) {
    return members.containsKey(camel) ? members.get(camel) : members.get(snake);
  }
}
