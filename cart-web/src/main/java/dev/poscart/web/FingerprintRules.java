package dev.poscart.web;

import dev.poscart.domain.model.RequestFingerprint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When two requests under one {@code Idempotency-Key} are the same: by method, route, parameters of
 * the path and body, as they are meant.
 *
 * <p>Bodies are the same JSON whatever their white space, the order of their fields, the spelling
 * of their numbers ({@code 1}, {@code 1.0}, {@code 10e-1}) and the escapes in their texts. The
 * order of a list counts. No body is as good as <code>{}</code>: where a body is optional it means
 * that, and elsewhere a request without one is refused and leaves nothing to be compared with.
 * Nothing else is read into a body: a field by its other name, a number as text, or {@code null}
 * for a field left out is another request.
 */
final class FingerprintRules {

  private static final String RULE = "v2:";
  private static final Json NO_BODY = new Json.Obj(Map.of());

  private final MessageDigest digest = sha256();

  private FingerprintRules() {}

  /**
   * The fingerprint of a request.
   *
   * @param target the path as it was sent, for the rule before this one
   */
  static RequestFingerprint of(
      Route route, Map<String, String> path, ReceivedBody body, String target) {
    String method = route.method().name();
    FingerprintRules rules = new FingerprintRules();
    rules.text(method);
    rules.text(route.path());
    new TreeMap<>(path)
        .forEach(
            (name, value) -> {
              rules.text(name);
              rules.text(value);
            });
    rules.value(body.json().orElse(NO_BODY));
    return new RequestFingerprint(
        RULE + HexFormat.of().formatHex(rules.digest.digest()),
        List.of(unversioned(method, target, body.bytes())));
  }

  /** The first rule, which had no name: the same bytes. Needed while its records are kept. */
  private static String unversioned(String method, String target, byte[] body) {
    MessageDigest digest = sha256();
    digest.update((method + " " + target + "\n").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(body));
  }

  private void value(Json value) {
    if (value instanceof Json.Obj object) {
      head('o', object.fields().size());
      new TreeMap<>(object.fields())
          .forEach(
              (name, field) -> {
                text(name);
                value(field);
              });
    } else if (value instanceof Json.Arr array) {
      head('a', array.elements().size());
      array.elements().forEach(this::value);
    } else if (value instanceof Json.Text text) {
      text(text.value());
    } else if (value instanceof Json.Num number) {
      bytes('n', shortest(number.spelling()));
    } else if (value instanceof Json.Bool bool) {
      head('b', bool.value() ? 1 : 0);
    } else {
      head('0', 0);
    }
  }

  /** Digits and exponent apart: {@code 1e999999999} is never written out. */
  private static String shortest(String spelling) {
    int mark = Math.max(spelling.indexOf('e'), spelling.indexOf('E'));
    String digits = mark < 0 ? spelling : spelling.substring(0, mark);
    BigInteger exponent = mark < 0 ? BigInteger.ZERO : new BigInteger(spelling.substring(mark + 1));
    BigDecimal shortest = new BigDecimal(digits).stripTrailingZeros();
    return shortest.signum() == 0
        ? "0"
        : shortest.unscaledValue() + "e" + exponent.subtract(BigInteger.valueOf(shortest.scale()));
  }

  private void text(String text) {
    bytes('t', text);
  }

  /** After its kind and length, so that nothing can move from one value to the next. */
  private void bytes(char kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    head(kind, bytes.length);
    digest.update(bytes);
  }

  private void head(char kind, int size) {
    digest.update((kind + Integer.toString(size) + ":").getBytes(StandardCharsets.US_ASCII));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
