package dev.poscart.app.config;

import dev.poscart.adapters.mongo.MongoConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the data is stored: the part of the configuration that the commands on existing data need.
 *
 * @param mongodbUri empty: the embedded database in {@code dataDir}
 * @param databasePrefix prefix of the names of the MongoDB databases
 */
public record DataLocation(Path dataDir, Optional<String> mongodbUri, String databasePrefix) {

  /**
   * Reads the location from the given settings and the defaults of the others.
   *
   * @throws ConfigurationException naming the setting, the value and what was expected
   */
  public static DataLocation read(Map<Variable, String> given) {
    return read(new VariableReader(given));
  }

  static DataLocation read(VariableReader variables) {
    return new DataLocation(dataDir(variables), mongodbUri(variables), databasePrefix(variables));
  }

  private static Path dataDir(VariableReader variables) {
    if (variables.text(Variable.DATA_DIR).contains("?")) {
      throw variables.wrong(Variable.DATA_DIR, "a directory name without a question mark");
    }
    return variables.path(Variable.DATA_DIR).orElseThrow();
  }

  /** The error message omits the URI because it may contain a password. */
  private static Optional<String> mongodbUri(VariableReader variables) {
    Optional<String> uri = variables.optional(Variable.MONGODB_URI);
    try {
      uri.ifPresent(MongoConfig::of);
      return uri;
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "MONGODB_URI: invalid (expected: mongodb://host:port or mongodb+srv://host)", e);
    }
  }

  private static String databasePrefix(VariableReader variables) {
    String prefix = variables.text(Variable.DB_NAME_PREFIX);
    try {
      return MongoConfig.of("mongodb://localhost").withDatabasePrefix(prefix).databasePrefix();
    } catch (IllegalArgumentException e) {
      throw variables.wrong(
          Variable.DB_NAME_PREFIX, "1 to 31 bytes, without spaces and without /\\. \"$*<>:|?");
    }
  }
}
