package dev.poscart.app;

import dev.poscart.adapters.mongo.MongoConfig;
import dev.poscart.adapters.mongo.MongoStoreSet;
import dev.poscart.adapters.sqlite.SqliteConfig;
import dev.poscart.adapters.sqlite.SqliteStoreSet;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.Promotions;
import dev.poscart.domain.port.ReferenceLoader;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.Taxes;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.domain.port.TransactionLog;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The ports of the one database that the process uses.
 *
 * @param database its name in health reports and logs
 * @param health completes empty if the database answers; with a message if the database cannot be
 *     used until the service is restarted; fails if it does not answer
 */
record StoreSet(
    String database,
    CartStore carts,
    IdempotencyStore idempotency,
    TransactionLog transactions,
    Outbox outbox,
    TerminalDirectory terminals,
    StoreDirectory storeDirectory,
    PaymentMethods paymentMethods,
    Taxes taxes,
    Settings settings,
    Promotions promotions,
    ReferenceLoader referenceLoader,
    Supplier<CompletionStage<Optional<String>>> health) {

  private static final Duration CLOSING_BOUND = Duration.ofSeconds(15);

  /** Opens the configured database. */
  static StoreSet open(ServiceConfig config, LifeCycle lifeCycle, Clock clock) {
    return config
        .mongodbUri()
        .map(uri -> mongo(uri, config, lifeCycle, clock))
        .orElseGet(() -> sqlite(config, lifeCycle, clock));
  }

  private static StoreSet sqlite(ServiceConfig config, LifeCycle lifeCycle, Clock clock) {
    expectWritable(config.dataDir());
    SqliteStoreSet storeSet = SqliteStoreSet.open(sqliteConfig(config.dataDir()), clock);
    lifeCycle.register("sqlite", CLOSING_BOUND, storeSet::close);
    return new StoreSet(
        "sqlite",
        storeSet.carts(),
        storeSet.idempotency(),
        storeSet.transactions(),
        storeSet.outbox(),
        storeSet.terminals(),
        storeSet.storeDirectory(),
        storeSet.paymentMethods(),
        storeSet.taxes(),
        storeSet.settings(),
        storeSet.promotions(),
        storeSet.referenceLoader(),
        storeSet::health);
  }

  private static void expectWritable(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    } catch (IOException e) {
      throw ConfigurationException.wrongValue(
          "DATA_DIR",
          folder.toString(),
          "a directory that exists or can be created, with write permission",
          e);
    }
  }

  private static StoreSet mongo(
      String uri, ServiceConfig config, LifeCycle lifeCycle, Clock clock) {
    MongoStoreSet storeSet = MongoStoreSet.open(mongoConfig(uri, config.databasePrefix()), clock);
    lifeCycle.register(
        "mongodb",
        CLOSING_BOUND,
        () -> {
          storeSet.close();
          return CompletableFuture.completedFuture(null);
        });
    return new StoreSet(
        "mongodb",
        storeSet.carts(),
        storeSet.idempotency(),
        storeSet.transactions(),
        storeSet.outbox(),
        storeSet.terminals(),
        storeSet.storeDirectory(),
        cached("payment methods", config, storeSet.paymentMethods()::ofTenant)::get,
        cached("taxes", config, storeSet.taxes()::ofTenant)::get,
        cached("settings", config, storeSet.settings()::ofTenant)::get,
        cached("promotions", config, storeSet.promotions()::ofStore)::get,
        storeSet.referenceLoader(),
        () -> storeSet.health().thenApply(answered -> Optional.empty()));
  }

  /**
   * Wraps a source in a cache. Needed for remote sources only; the embedded database keeps its
   * reference data in memory.
   */
  static <K, T> ReferenceCache<K, T> cached(
      String name, ServiceConfig config, Function<K, CompletionStage<T>> source) {
    return new ReferenceCache<>(name, source, config.referenceCacheTtl(), System::nanoTime);
  }

  StoreSet withDirectories(TerminalDirectory otherTerminals, StoreDirectory otherDirectory) {
    return new StoreSet(
        database,
        carts,
        idempotency,
        transactions,
        outbox,
        otherTerminals,
        otherDirectory,
        paymentMethods,
        taxes,
        settings,
        promotions,
        referenceLoader,
        health);
  }

  StoreSet withMasterData(
      PaymentMethods otherMethods, Settings otherSettings, Promotions otherPromotions) {
    return new StoreSet(
        database,
        carts,
        idempotency,
        transactions,
        outbox,
        terminals,
        storeDirectory,
        otherMethods,
        taxes,
        otherSettings,
        otherPromotions,
        referenceLoader,
        health);
  }

  static SqliteConfig sqliteConfig(Path dataDir) {
    return SqliteConfig.of(dataDir.resolve("poscart.db"));
  }

  static MongoConfig mongoConfig(String uri, String databasePrefix) {
    return MongoConfig.of(uri).withDatabasePrefix(databasePrefix);
  }
}
