package dev.poscart.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the data are: the part of the configuration that is needed to look at them.
 *
 * @param mongodbUri empty: the embedded database in {@code dataDir}
 */
public record DataLocation(Path dataDir, Optional<String> mongodbUri, String databasePrefix) {

  /** Reads what was given; the rest takes its standard value. */
  public static DataLocation read(Map<Variable, String> given) {
    Values values = new Values(given);
    return new DataLocation(
        Path.of(values.text(Variable.DATA_DIR)),
        values.optional(Variable.MONGODB_URI),
        values.text(Variable.DB_NAME_PREFIX));
  }
}
