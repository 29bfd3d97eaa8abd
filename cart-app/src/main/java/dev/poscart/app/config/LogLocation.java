package dev.poscart.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the transaction log is: the part of the configuration that is needed to look at it.
 *
 * @param mongodbUri empty: the embedded database in {@code dataDir}
 */
public record LogLocation(Path dataDir, Optional<String> mongodbUri, String databasePrefix) {

  /** Reads what was given; the rest takes its standard value. */
  public static LogLocation read(Map<Variable, String> given) {
    Values values = new Values(given);
    return new LogLocation(
        Path.of(values.text(Variable.DATA_DIR)),
        values.optional(Variable.MONGODB_URI),
        values.text(Variable.DB_NAME_PREFIX));
  }
}
