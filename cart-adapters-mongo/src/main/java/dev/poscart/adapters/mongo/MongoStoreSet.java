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
 * The stores in MongoDB. Create one per process: all tenants and threads share its connection pool.
 * Thread-safe.
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
   * Opens the stores without waiting for the server, which may become available later; see {@link
   * #health}.
   *
   * @throws IllegalArgumentException if the connection string is invalid
   */
  public static MongoStoreSet open(MongoConfig config) {
    return open(config, Clock.systemUTC());
  }

  /**
   * Opens the stores like {@link #open(MongoConfig)}.
   *
   * @param clock provides the time at which a cart was stored
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

  /** The responses to requests with an idempotency key. */
  public IdempotencyStore idempotency() {
    return idempotency(IdempotencyStore.MAX_PER_TERMINAL);
  }

  /** An idempotency store with a lower limit per terminal. */
  IdempotencyStore idempotency(int maxPerTerminal) {
    return new MongoIdempotencyStore(databases, calls, maxPerTerminal);
  }

  public TransactionLog transactions() {
    return new MongoTransactionLog(databases, calls);
  }

  /** Reads all entries of {@link #transactions} for verification. */
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

  /** Finds stores and tenants. */
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
   * Checks that the server responds.
   *
   * @return completes normally if a primary responds within {@link MongoConfig#healthTimeout},
   *     otherwise fails with {@link dev.poscart.domain.port.PortException}
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
   * Closes the connections. Later calls fail at once, those in flight end within their time limit.
   * Idempotent.
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
