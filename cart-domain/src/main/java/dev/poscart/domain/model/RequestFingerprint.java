package dev.poscart.domain.model;

import java.util.List;

/**
 * Tells whether two requests with the same idempotency key are equal. The rule for fingerprints may
 * change between versions of the service, and a request may be repeated after an upgrade.
 *
 * @param value by the current rule; equal only for equal requests
 * @param earlier by each earlier rule
 */
public record RequestFingerprint(String value, List<String> earlier) {

  public RequestFingerprint {
    Expect.notBlank("value", value);
    earlier = List.copyOf(earlier);
  }

  /**
   * Whether a stored fingerprint belongs to the same request, by the rule with which it was made.
   */
  public boolean matches(String stored) {
    return stored.equals(value) || earlier.contains(stored);
  }
}
