package dev.poscart.web;

import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.Sha256;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides when two requests with the same {@code Idempotency-Key} are equal: if method, route, path
 * parameters and body have the same meaning.
 *
 * <p>Two bodies have the same meaning if they are equal JSON: white space, the order of fields,
 * escapes in strings and the notation of numbers ({@code 1}, {@code 1.0}, {@code 10e-1}) are
 * ignored; the order of list elements is not. A missing body equals <code>{}</code>: where the body
 * is optional they mean the same, and elsewhere a request without a body is refused before anything
 * is stored. Nothing else is normalized: an alternative field name, a number sent as a string, or
 * {@code null} instead of a missing field makes a different request.
 */
final class FingerprintRules {

  private static final String RULE = "v2:";
  private static final Json NO_BODY = new Json.Obj(Map.of());

  private final MessageDigest digest = Sha256.digest();

  private FingerprintRules() {}

  /**
   * The fingerprint of a request.
   *
   * @param target the raw path, for the previous rule
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

  /**
   * The first version of the rule, which had no prefix: equal bytes. Needed as long as its records
   * are kept.
   */
  private static String unversioned(String method, String target, byte[] body) {
    MessageDigest digest = Sha256.digest();
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

  /** Significant digits and exponent separately, so that {@code 1e999999999} is never expanded. */
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

  /** Hashes a value after its kind and length, so that adjacent values cannot be confused. */
  private void bytes(char kind, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    head(kind, bytes.length);
    digest.update(bytes);
  }

  private void head(char kind, int size) {
    digest.update((kind + Integer.toString(size) + ":").getBytes(StandardCharsets.US_ASCII));
  }
}
