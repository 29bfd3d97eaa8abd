package dev.poscart.adapters.mongo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The names of the databases. A tenant id comes from the request; if no database can have its name,
 * no such tenant exists.
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
          "databasePrefix: '%s' (expected: 1..%d bytes, without spaces and without %s)"
              .formatted(prefix, MAX_PREFIX_BYTES, FORBIDDEN));
    }
  }

  /** The database for data that belongs to no single tenant. */
  String commons() {
    return prefix + "_" + COMMONS;
  }

  /** The name of the tenant's database; empty if there can be none. */
  Optional<String> ofTenant(String tenantId) {
    String name = prefix + "_" + tenantId;
    // MongoDB does not allow two databases whose names differ only in case.
    boolean possible =
        !tenantId.isEmpty()
            && !tenantId.equalsIgnoreCase(COMMONS)
            && isAllowed(tenantId)
            && bytes(name) <= MAX_BYTES;
    return possible ? Optional.of(name) : Optional.empty();
  }

  /** The tenant whose database has this name; empty if it belongs to no tenant. */
  Optional<String> tenantOf(String database) {
    return Optional.of(database)
        .filter(name -> name.startsWith(prefix + "_"))
        .map(name -> name.substring(prefix.length() + 1))
        .filter(tenantId -> ofTenant(tenantId).isPresent());
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
