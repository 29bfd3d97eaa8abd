package dev.poscart.app;

import dev.poscart.adapters.mongo.MigrationFindings;
import dev.poscart.adapters.mongo.MongoConfig;
import dev.poscart.adapters.mongo.MongoMigrationCheck;
import dev.poscart.adapters.mongo.MongoStoreSet;
import dev.poscart.adapters.sqlite.SqliteConfig;
import dev.poscart.adapters.sqlite.SqliteStoreSet;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.DataLocation;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreSet;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The databases that can hold the data: the only class that knows which there are. */
final class Databases {

  private Databases() {}

  /**
   * Opens the configured database.
   *
   * @throws PortException if it cannot be opened
   * @throws ConfigurationException if the data folder cannot be written
   */
  static StoreSet open(DataLocation location, Clock clock) {
    return location
        .mongodbUri()
        .<StoreSet>map(uri -> MongoStoreSet.open(mongoConfig(uri, location), clock))
        .orElseGet(() -> SqliteStoreSet.open(sqliteConfig(writable(location)), clock));
  }

  /**
   * Opens an existing database read-only, possibly while a service is using it.
   *
   * @throws PortException if it is missing or cannot be read
   */
  private static StoreSet openToLook(DataLocation location) {
    return location
        .mongodbUri()
        .<StoreSet>map(uri -> MongoStoreSet.open(mongoConfig(uri, location), Clock.systemUTC()))
        .orElseGet(() -> SqliteStoreSet.openToLook(sqliteConfig(location)));
  }

  /**
   * Opens a database to look at it, and closes it at the end.
   *
   * @param use reads from it
   * @return what {@code use} returned
   * @throws PortException if it is missing or cannot be read
   */
  static <T> CompletionStage<T> look(
      DataLocation location, Function<StoreSet, CompletionStage<T>> use) {
    StoreSet source = openToLook(location);
    return closing(source, Stages.attempt(() -> use.apply(source)));
  }

  private static <T> CompletionStage<T> closing(StoreSet source, CompletionStage<T> use) {
    return use.handle(
            (result, failure) ->
                source
                    .close()
                    .thenCompose(
                        closed ->
                            failure == null
                                ? CompletableFuture.completedFuture(result)
                                : CompletableFuture.<T>failedFuture(failure)))
        .thenCompose(ended -> ended);
  }

  /**
   * Copies the database, possibly while a service is using it, and waits until the copy is on disk.
   *
   * @param target a file that does not exist yet
   * @return the size of the copy in bytes
   * @throws PortException if the copy cannot be made; no file is left then
   * @throws ConfigurationException if the data is not in the embedded database
   */
  static long backUp(DataLocation location, Path target) {
    if (location.mongodbUri().isPresent()) {
      throw new ConfigurationException(
          "MONGODB_URI: set (expected: not set, because backup copies the embedded database only;"
              + " use MongoDB's own tools)");
    }
    return SqliteStoreSet.backUp(sqliteConfig(location), target);
  }

  /**
   * Checks all pages and indexes of a backup of the embedded database. Blocks.
   *
   * @return the first thing that is wrong; empty: nothing
   * @throws PortException if the file is not such a backup or cannot be read
   */
  static Optional<String> damage(Path backup) {
    return SqliteStoreSet.damage(SqliteConfig.of(backup));
  }

  /**
   * Whether a service of this version would upgrade the backup at its start.
   *
   * @throws PortException if a newer version has written it, or if it cannot be read
   */
  static boolean isUpToDate(Path backup) {
    return SqliteStoreSet.isUpToDate(SqliteConfig.of(backup));
  }

  /**
   * Copies a backup and upgrades the copy, as a service of this version does at its start.
   *
   * @return completes when the copy is upgraded
   */
  static CompletionStage<Void> upgradedCopy(Path backup, Path copy) {
    SqliteStoreSet.backUp(SqliteConfig.of(backup), copy);
    return SqliteStoreSet.open(SqliteConfig.of(copy), Clock.systemUTC()).close();
  }

  /**
   * Opens a backup read-only, and closes it at the end.
   *
   * @param use reads from it; also receives the tenants in its log
   */
  static <T> CompletionStage<T> lookAt(
      Path backup, BiFunction<StoreSet, List<String>, CompletionStage<T>> use) {
    SqliteStoreSet source = SqliteStoreSet.openToLook(SqliteConfig.of(backup));
    return closing(
        source, source.loggedTenants().thenCompose(tenants -> use.apply(source, tenants)));
  }

  /**
   * Reads the databases of kugelpos's cart service.
   *
   * @return the tenants; fails with {@link PortException} if the server cannot be read
   */
  static CompletionStage<List<String>> checkMigration(
      DataLocation location, MigrationFindings findings) {
    return MongoMigrationCheck.run(
        mongoConfig(location.mongodbUri().orElseThrow(), location), findings);
  }

  private static MongoConfig mongoConfig(String uri, DataLocation location) {
    return MongoConfig.of(uri).withDatabasePrefix(location.databasePrefix());
  }

  private static SqliteConfig sqliteConfig(DataLocation location) {
    return SqliteConfig.of(location.dataDir().resolve("poscart.db"));
  }

  private static DataLocation writable(DataLocation location) {
    Path folder = location.dataDir();
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
      return location;
    } catch (IOException e) {
      throw ConfigurationException.wrongValue(
          "DATA_DIR",
          folder.toString(),
          "a directory that exists or can be created, with write permission",
          e);
    }
  }
}
