package dev.poscart.app.config;

import dev.poscart.adapters.mongo.MongoConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the data are: the part of the configuration that is needed to look at them.
 *
 * @param mongodbUri empty: the embedded database in {@code dataDir}
 */
public record DataLocation(Path dataDir, Optional<String> mongodbUri, String databasePrefix) {

  /**
   * Reads what was given; the rest takes its standard value.
   *
   * @throws ConfigurationException naming the variable, the value and what was expected
   */
  public static DataLocation read(Map<Variable, String> given) {
    return read(new VariableReader(given));
  }

  static DataLocation read(VariableReader variables) {
    return new DataLocation(dataDir(variables), mongodbUri(variables), databasePrefix(variables));
  }

  private static Path dataDir(VariableReader variables) {
    if (variables.text(Variable.DATA_DIR).contains("?")) {
      throw variables.wrong(Variable.DATA_DIR, "the name of a folder, without a question mark");
    }
    return variables.path(Variable.DATA_DIR).orElseThrow();
  }

  /** Does not repeat the address, which may hold a password. */
  private static Optional<String> mongodbUri(VariableReader variables) {
    Optional<String> uri = variables.optional(Variable.MONGODB_URI);
    try {
      uri.ifPresent(MongoConfig::of);
      return uri;
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "MONGODB_URI: not readable (expected: mongodb://host:port or mongodb+srv://host)", e);
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
