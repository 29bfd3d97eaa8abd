package dev.poscart.web;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The health of the process and its parts.
 *
 * @param checks by the name of the part, in order of appearance
 */
public record HealthReport(Map<String, Check> checks) {

  /** A healthy report without checks. */
  public static final HealthReport HEALTHY = new HealthReport(Map.of());

  /** Copies the map and keeps its order. */
  public HealthReport {
    checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
  }

  /** Whether all parts without which there are no sales are healthy. */
  public boolean healthy() {
    return checks.values().stream().allMatch(check -> check.healthy() || check.dispensable());
  }

  /**
   * The health of one part.
   *
   * @param responseTime how long the part took to answer, if it was queried
   * @param details facts for the operator; values are strings, integers, booleans or lists of
   *     strings
   * @param error what is wrong, free of secrets
   * @param dispensable whether sales go on without the part
   */
  public record Check(
      boolean healthy,
      Optional<Duration> responseTime,
      Map<String, Object> details,
      Optional<String> error,
      boolean dispensable) {

    public Check {
      details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
      details.forEach(Check::expectSimple);
    }

    /** A healthy part without details. */
    public static Check healthy(Duration responseTime) {
      return new Check(true, Optional.of(responseTime), Map.of(), Optional.empty(), false);
    }

    /** An unhealthy part. */
    public static Check unhealthy(String error) {
      return required(Map.of(), Optional.of(error));
    }

    /**
     * A part that sales depend on, without a response time.
     *
     * @param error empty: healthy
     */
    public static Check required(Map<String, Object> details, Optional<String> error) {
      return new Check(error.isEmpty(), Optional.empty(), details, error, false);
    }

    /**
     * A part that sales do not depend on.
     *
     * @param error empty: healthy
     */
    public static Check dispensable(Map<String, Object> details, Optional<String> error) {
      return new Check(error.isEmpty(), Optional.empty(), details, error, true);
    }

    /** This check with the faults of some tenants. */
    public Check with(boolean newHealthy, Map<String, Object> newDetails, String newError) {
      return new Check(newHealthy, responseTime, newDetails, Optional.of(newError), dispensable);
    }

    private static void expectSimple(String name, Object value) {
      boolean simple =
          value instanceof String
              || value instanceof Integer
              || value instanceof Long
              || value instanceof Boolean
              || (value instanceof List<?> list
                  && list.stream().allMatch(String.class::isInstance));
      if (!simple) {
        throw new IllegalArgumentException(
            "details."
                + name
                + ": "
                + value
                + " (expected: string, integer, boolean, list of strings)");
      }
    }
  }
}
