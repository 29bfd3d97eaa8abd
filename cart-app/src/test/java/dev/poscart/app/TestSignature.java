package dev.poscart.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs envelopes as anything that holds the key of the test vectors can, whatever they contain.
 */
final class TestSignature {

  private static final String KEY = "poscart-vector-key-0001-32bytes!";

  private TestSignature() {}

  /** The envelope with a signature that matches its contents. */
  static JsonNode resigned(JsonNode envelope) {
    ObjectNode signed = envelope.deepCopy();
    signed.put("signature", signature(signedText(envelope)));
    return signed;
  }

  private static String signedText(JsonNode envelope) {
    return "{\"cart_document\":%s,\"issued_at\":%s,\"kid\":%s,\"schema_version\":%s,\"store_code\":%s,\"tenant_id\":%s,\"terminal_no\":%s}"
        .formatted(
            canonical(envelope.path("cartDocument")),
            canonical(envelope.path("issuedAt")),
            canonical(envelope.path("kid")),
            canonical(envelope.path("schemaVersion")),
            canonical(envelope.path("storeCode")),
            canonical(envelope.path("tenantId")),
            canonical(envelope.path("terminalNo")));
  }

  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, String> members = new TreeMap<>();
      node.properties()
          .forEach(
              member ->
                  members.put(
                      member.getKey(),
                      ascii(member.getKey()) + ":" + canonical(member.getValue())));
      return "{" + String.join(",", members.values()) + "}";
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(TestSignature::canonical)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return node.isTextual() ? ascii(node.textValue()) : node.toString();
  }

  private static String ascii(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"', '\\' -> json.append('\\').append(unit);
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        default ->
            json.append(
                unit < 0x20 || unit > 0x7e
                    ? "\\u%04x".formatted((int) unit)
                    : String.valueOf(unit));
      }
    }
    return json.append('"').toString();
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
