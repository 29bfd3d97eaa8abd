package dev.poscart.app;

import dev.poscart.adapters.mongo.MongoConfig;
import dev.poscart.adapters.mongo.MongoStores;
import dev.poscart.adapters.sqlite.SqliteConfig;
import dev.poscart.adapters.sqlite.SqliteStores;
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
 * The stores of the one database that this process uses.
 *
 * @param database its name in health answers and logs
 * @param health completes empty if the database answers, or with a sentence that says why it is of
 *     no use until the service is started again; fails if it does not answer
 */
record Stores(
    String database,
    CartStore carts,
    IdempotencyStore idempotency,
    TransactionLog transactions,
    Outbox outbox,
    TerminalDirectory terminals,
    StoreDirectory stores,
    PaymentMethods paymentMethods,
    Taxes taxes,
    Settings settings,
    Promotions promotions,
    ReferenceLoader referenceLoader,
    Supplier<CompletionStage<Optional<String>>> health) {

  private static final Duration CLOSING_BOUND = Duration.ofSeconds(15);

  /** Opens what the configuration names. */
  static Stores open(ServiceConfig config, LifeCycle lifeCycle, Clock clock) {
    return config
        .mongodbUri()
        .map(uri -> mongo(uri, config, lifeCycle, clock))
        .orElseGet(() -> sqlite(config, lifeCycle, clock));
  }

  private static Stores sqlite(ServiceConfig config, LifeCycle lifeCycle, Clock clock) {
    expectWritable(config.dataDir());
    SqliteStores stores = SqliteStores.open(sqliteConfig(config.dataDir()), clock);
    lifeCycle.register("sqlite", CLOSING_BOUND, stores::close);
    return new Stores(
        "sqlite",
        stores.carts(),
        stores.idempotency(),
        stores.transactions(),
        stores.outbox(),
        stores.terminals(),
        stores.stores(),
        stores.paymentMethods(),
        stores.taxes(),
        stores.settings(),
        stores.promotions(),
        stores.referenceLoader(),
        stores::health);
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
          "a folder that is there or can be made, and written to",
          e);
    }
  }

  private static Stores mongo(String uri, ServiceConfig config, LifeCycle lifeCycle, Clock clock) {
    MongoStores stores = MongoStores.open(mongoConfig(uri, config.databasePrefix()), clock);
    lifeCycle.register(
        "mongodb",
        CLOSING_BOUND,
        () -> {
          stores.close();
          return CompletableFuture.completedFuture(null);
        });
    return new Stores(
        "mongodb",
        stores.carts(),
        stores.idempotency(),
        stores.transactions(),
        stores.outbox(),
        stores.terminals(),
        stores.stores(),
        cached("payment methods", config, stores.paymentMethods()::ofTenant)::get,
        cached("taxes", config, stores.taxes()::ofTenant)::get,
        cached("settings", config, stores.settings()::ofTenant)::get,
        cached("promotions", config, stores.promotions()::ofStore)::get,
        stores.referenceLoader(),
        () -> stores.health().thenApply(answered -> Optional.empty()));
  }

  /**
   * The embedded database has its reference data in memory anyway; others are asked over a wire.
   */
  static <K, T> ReferenceCache<K, T> cached(
      String name, ServiceConfig config, Function<K, CompletionStage<T>> source) {
    return new ReferenceCache<>(name, source, config.referenceCacheTtl(), System::nanoTime);
  }

  Stores withDirectories(TerminalDirectory otherTerminals, StoreDirectory otherStores) {
    return new Stores(
        database,
        carts,
        idempotency,
        transactions,
        outbox,
        otherTerminals,
        otherStores,
        paymentMethods,
        taxes,
        settings,
        promotions,
        referenceLoader,
        health);
  }

  Stores withMasterData(
      PaymentMethods otherMethods, Settings otherSettings, Promotions otherPromotions) {
    return new Stores(
        database,
        carts,
        idempotency,
        transactions,
        outbox,
        terminals,
        stores,
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
