package dev.poscart.adapters.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.poscart.domain.port.CartRevisions;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.DeskDirectory;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.IncidentLog;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.PredecessorCarts;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.ReferenceLoader;
import dev.poscart.domain.port.StoreLimits;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TenantFaults;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.port.TransactionLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
public final class MongoStoreSet implements StoreSet {

  private static final Logger LOG = LoggerFactory.getLogger(MongoStoreSet.class);

  private final MongoConfig config;
  private final ExecutorService threads;
  private final DriverCalls calls;
  private final MongoClient client;
  private final TenantDatabases databases;
  private final MongoCartStore carts;
  private final KugelposCarts kugelposCarts;
  private final MongoIdempotencyStore idempotency;
  private final MongoTransactionLog transactions;
  private final MongoDeskLog deskLog;
  private final MongoTerminalRecords terminalRecords;
  private final MongoDeskDirectory deskDirectory;
  private final MongoLogInspection inspection;
  private final MongoOutbox outbox;
  private final MongoCartRevisions revisions;
  private final MongoIncidentLog incidents;
  private final ReferenceData reference;
  private final MongoReferenceLoader referenceLoader;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Opens the stores without waiting for the server, which may become available later; see {@link
   * #health}.
   *
   * @param clock provides the time at which a cart was stored
   * @throws IllegalArgumentException if the connection string is invalid
   */
  public static MongoStoreSet open(MongoConfig config, Clock clock) {
    return open(config, clock, StoreLimits.DEFAULT);
  }

  static MongoStoreSet open(MongoConfig config, Clock clock, StoreLimits limits) {
    LOG.info("opening stores on MongoDB: {}", config);
    return new MongoStoreSet(config, clock, limits);
  }

  private MongoStoreSet(MongoConfig config, Clock clock, StoreLimits limits) {
    this.config = config;
    this.threads = CompletionThreads.start();
    this.calls = new DriverCalls(threads, config.operationTimeout());
    PreparedTenants preparedTenants = new PreparedTenants();
    this.client = MongoClients.create(DriverSettings.of(config, preparedTenants));
    this.databases =
        new TenantDatabases(
            client, calls, new DatabaseNames(config.databasePrefix()), preparedTenants);
    this.carts = new MongoCartStore(databases, calls, clock);
    this.kugelposCarts = new KugelposCarts(databases, calls);
    this.idempotency = new MongoIdempotencyStore(databases, calls, limits.keysPerTerminal());
    KugelposDeliveries deliveries = new KugelposDeliveries(databases.kugelposDeliveries(), calls);
    KugelposRecords records = new KugelposRecords(calls, clock, deliveries);
    this.transactions = new MongoTransactionLog(databases, calls, records);
    this.deskLog = new MongoDeskLog(databases, calls);
    this.terminalRecords = new MongoTerminalRecords(databases, calls);
    this.deskDirectory = new MongoDeskDirectory(databases, calls);
    this.inspection = new MongoLogInspection(databases, calls);
    this.outbox = new MongoOutbox(databases, calls, clock, deliveries, records);
    this.revisions = new MongoCartRevisions(databases, calls);
    this.incidents = new MongoIncidentLog(databases, calls, limits.incidentsPerTenant());
    this.reference = new MongoReference(databases, calls).ports();
    this.referenceLoader = new MongoReferenceLoader(databases, calls);
  }

  @Override
  public String database() {
    return "mongodb";
  }

  @Override
  public CartStore carts() {
    return carts;
  }

  @Override
  public IdempotencyStore idempotency() {
    return idempotency;
  }

  @Override
  public TransactionLog transactions() {
    return transactions;
  }

  @Override
  public DeskLog deskLog() {
    return deskLog;
  }

  @Override
  public TerminalRecords terminalRecords() {
    return terminalRecords;
  }

  @Override
  public DeskDirectory deskDirectory() {
    return deskDirectory;
  }

  @Override
  public LogInspection inspection() {
    return inspection;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public CartRevisions revisions() {
    return revisions;
  }

  @Override
  public IncidentLog incidents() {
    return incidents;
  }

  @Override
  public ReferenceData reference() {
    return reference;
  }

  @Override
  public ReferenceLoader referenceLoader() {
    return referenceLoader;
  }

  @Override
  public List<PredecessorCarts> predecessorCarts() {
    return List.of(kugelposCarts);
  }

  /** Completes empty if a primary responds within {@link MongoConfig#healthTimeout}. */
  @Override
  public CompletionStage<Optional<String>> health() {
    return calls
        .one(
            "ping",
            config.healthTimeout(),
            (Document pong) -> pong,
            () -> databases.commons().runCommand(new Document("ping", 1)))
        .thenApply(pong -> Optional.empty());
  }

  @Override
  public TenantFaults tenantFaults() {
    return databases.faults();
  }

  /** Later calls fail at once, those in flight end within their time limit. Idempotent. */
  @Override
  public CompletionStage<Void> close() {
    if (!closed.compareAndSet(false, true)) {
      return CompletableFuture.completedFuture(null);
    }
    calls.close();
    return databases
        .settled()
        .thenRun(
            () -> {
              client.close();
              threads.shutdown();
              LOG.info("closed stores on MongoDB");
            });
  }
}
