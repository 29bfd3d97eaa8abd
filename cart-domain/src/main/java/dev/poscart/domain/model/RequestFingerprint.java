package dev.poscart.domain.model;

import java.util.List;

/**
 * Tells whether two requests under one key are the same. The rule that fingerprints follow may
 * change with a version of the service, and a request may be repeated across the change.
 *
 * @param value by the rule of today; the same for the same request only
 * @param earlier by each earlier rule
 */
public record RequestFingerprint(String value, List<String> earlier) {

  /** Validates. */
  public RequestFingerprint {
    Expect.notBlank("value", value);
    earlier = List.copyOf(earlier);
  }

  /** Whether a stored fingerprint is of the same request, by the rule that it was made by. */
  public boolean matches(String stored) {
    return stored.equals(value) || earlier.contains(stored);
  }
}
