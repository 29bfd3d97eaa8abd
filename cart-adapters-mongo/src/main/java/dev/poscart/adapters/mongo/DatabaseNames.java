package dev.poscart.adapters.mongo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Names of databases. A tenant's id comes from the request: one that no database can be named after
 * is the id of no tenant.
 */
final class DatabaseNames {

  private static final String COMMONS = "commons";
  private static final String FORBIDDEN = "/\\. \"$*<>:|?";
  private static final int MAX_BYTES = 63;
  private static final int MAX_PREFIX_BYTES = 31;

  private final String prefix;

  DatabaseNames(String prefix) {
    this.prefix = prefix;
  }

  static void checkPrefix(String prefix) {
    if (prefix.isEmpty() || !isAllowed(prefix) || bytes(prefix) > MAX_PREFIX_BYTES) {
      throw new IllegalArgumentException(
          "databasePrefix: '%s' (expected: 1..%d bytes without space and without %s)"
              .formatted(prefix, MAX_PREFIX_BYTES, FORBIDDEN));
    }
  }

  /** The database of what belongs to no single tenant. */
  String commons() {
    return prefix + "_" + COMMONS;
  }

  /** The tenant's database; empty if there can be none. */
  Optional<String> ofTenant(String tenantId) {
    String name = prefix + "_" + tenantId;
    // MongoDB refuses two databases whose names differ only in case.
    boolean possible =
        !tenantId.isEmpty()
            && !tenantId.equalsIgnoreCase(COMMONS)
            && isAllowed(tenantId)
            && bytes(name) <= MAX_BYTES;
    return possible ? Optional.of(name) : Optional.empty();
  }

  private static boolean isAllowed(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                FORBIDDEN.indexOf(c) >= 0
                    || Character.isISOControl(c)
                    || Character.isWhitespace(c)
                    || Character.getType(c) == Character.SURROGATE);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
