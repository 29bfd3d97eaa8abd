package dev.poscart.adapters.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.Promotions;
import dev.poscart.domain.port.ReferenceLoader;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.Taxes;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.domain.port.TransactionLog;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stores on MongoDB. One for the process: all tenants and threads share its pool of
 * connections. Safe for use by many threads.
 */
public final class MongoStoreSet implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MongoStoreSet.class);

  private final MongoConfig config;
  private final Clock clock;
  private final ExecutorService threads;
  private final DriverCalls calls;
  private final MongoClient client;
  private final TenantDatabases databases;
  private final MongoReference reference;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Opens the stores without waiting for the server: it may come later, and {@link #health} tells.
   *
   * @throws IllegalArgumentException if the driver cannot make sense of the connection string
   */
  public static MongoStoreSet open(MongoConfig config) {
    return open(config, Clock.systemUTC());
  }

  /**
   * The same.
   *
   * @param clock tells when a cart was stored
   */
  public static MongoStoreSet open(MongoConfig config, Clock clock) {
    LOG.info("opening stores on MongoDB: {}", config);
    return new MongoStoreSet(config, clock);
  }

  private MongoStoreSet(MongoConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.threads = CompletionThreads.start();
    this.calls = new DriverCalls(threads, config.operationTimeout());
    PreparedTenants preparedTenants = new PreparedTenants();
    this.client = MongoClients.create(DriverSettings.of(config, preparedTenants));
    this.databases =
        new TenantDatabases(
            client, calls, new DatabaseNames(config.databasePrefix()), preparedTenants);
    this.reference = new MongoReference(databases, calls);
  }

  public CartStore carts() {
    return new MongoCartStore(databases, calls, clock);
  }

  /** What requests with a key were answered. */
  public IdempotencyStore idempotency() {
    return idempotency(IdempotencyStore.MAX_PER_TERMINAL);
  }

  /** The same, keeping fewer of them. */
  IdempotencyStore idempotency(int maxPerTerminal) {
    return new MongoIdempotencyStore(databases, calls, maxPerTerminal);
  }

  public TransactionLog transactions() {
    return new MongoTransactionLog(databases, calls);
  }

  /** All of {@link #transactions} for whoever checks it. */
  public LogInspection inspection() {
    return new MongoLogInspection(databases, calls);
  }

  /** The delivery records of {@link #transactions}. */
  public Outbox outbox() {
    return new MongoOutbox(databases, calls);
  }

  public TerminalDirectory terminals() {
    return reference;
  }

  /** The stores and the tenants. */
  public StoreDirectory storeDirectory() {
    return new MongoStoreDirectory(reference);
  }

  public PaymentMethods paymentMethods() {
    return reference::paymentMethods;
  }

  public Taxes taxes() {
    return reference::taxes;
  }

  public Settings settings() {
    return reference::settings;
  }

  public Promotions promotions() {
    return store -> reference.promotions(store.tenantId());
  }

  public ReferenceLoader referenceLoader() {
    return new MongoReferenceLoader(databases, calls);
  }

  /**
   * Asks the server for a sign of life.
   *
   * @return completes normally if a primary answers within {@link MongoConfig#healthTimeout}, else
   *     fails with {@link dev.poscart.domain.port.PortException}
   */
  public CompletionStage<Void> health() {
    return calls
        .one(
            "ping",
            config.healthTimeout(),
            (Document pong) -> pong,
            () -> databases.commons().runCommand(new Document("ping", 1)))
        .thenAccept(pong -> {});
  }

  /**
   * Closes the connections. Calls from now on fail at once, those in flight end within their bound;
   * closing again does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      calls.close();
      client.close();
      threads.shutdown();
      LOG.info("closed stores on MongoDB");
    }
  }
}
