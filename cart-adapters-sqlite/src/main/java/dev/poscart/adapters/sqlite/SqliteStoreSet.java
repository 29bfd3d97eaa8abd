package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
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
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The stores in one SQLite database, used by one process at a time. An acknowledged change to a
 * cart or to reference data survives a crash of the process; an acknowledged transaction also
 * survives a power failure.
 *
 * <p>Stages complete on threads of this adapter, never on the writer thread. They fail with {@link
 * dev.poscart.domain.port.PortException}: with category UNAVAILABLE if too much is in flight, the
 * disk is full or not writable, or the store is closed; with PERMANENT_FAILURE if the file is
 * damaged, or once it is noticed that the database, its log or its lock was deleted, moved,
 * replaced or overwritten. From then on nothing is accepted until the next start, because it might
 * be lost.
 */
public final class SqliteStoreSet {

  private final Engine engine;
  private final SqliteCartStore carts;
  private final SqliteTransactionLog transactions;
  private final SqliteReference reference;
  private final SqliteIdempotencyStore idempotency;

  private SqliteStoreSet(Engine engine, Clock clock) {
    this.engine = engine;
    this.carts = new SqliteCartStore(engine, clock);
    this.transactions = new SqliteTransactionLog(engine);
    this.reference = new SqliteReference(engine);
    this.idempotency = new SqliteIdempotencyStore(engine, IdempotencyStore.MAX_PER_TERMINAL);
  }

  /**
   * Opens the database; creates it if it does not exist. Blocks; meant for the start of the
   * process.
   *
   * @throws dev.poscart.domain.port.PortException if the file is in use, damaged, not a Poscart
   *     database, written by a newer version, or cannot be opened; the message says which, and
   *     nothing was changed
   */
  public static SqliteStoreSet open(SqliteConfig config) {
    return open(config, Clock.systemUTC());
  }

  /**
   * Opens the database like {@link #open(SqliteConfig)}.
   *
   * @param clock provides the time at which a cart was stored
   */
  public static SqliteStoreSet open(SqliteConfig config, Clock clock) {
    SqliteStoreSet storeSet = new SqliteStoreSet(Engine.open(config), clock);
    // A failure here also fails all other requests, and the leases expire by themselves.
    var unused = storeSet.idempotency.endLeases();
    return storeSet;
  }

  /**
   * Opens an existing database read-only, possibly while a service is using it. Takes no lock.
   *
   * @throws dev.poscart.domain.port.PortException if the file is missing, damaged, not a Poscart
   *     database, or has another schema version
   */
  public static SqliteStoreSet openToLook(SqliteConfig config) {
    return new SqliteStoreSet(Engine.openToLook(config), Clock.systemUTC());
  }

  /**
   * Copies a consistent snapshot of the database, possibly while a service is using it. Blocks,
   * without blocking writers.
   *
   * @param target a file that does not exist, in an existing directory
   * @return the size of the copy in bytes
   * @throws dev.poscart.domain.port.PortException if the target exists, the source is missing,
   *     damaged or not a Poscart database, or the copy cannot be written; no file is left behind
   */
  public static long backUp(SqliteConfig config, Path target) {
    return SqliteBackup.write(config, target);
  }

  public CartStore carts() {
    return carts;
  }

  /** The responses to requests with an idempotency key. */
  public IdempotencyStore idempotency() {
    return idempotency;
  }

  /** An idempotency store with a lower limit per terminal. */
  IdempotencyStore idempotency(int maxPerTerminal) {
    return new SqliteIdempotencyStore(engine, maxPerTerminal);
  }

  public TransactionLog transactions() {
    return transactions;
  }

  /** Reads all entries of {@link #transactions} for verification. */
  public LogInspection inspection() {
    return new SqliteLogInspection(engine);
  }

  /** The delivery records of {@link #transactions}. */
  public Outbox outbox() {
    return new SqliteOutbox(engine);
  }

  public TerminalDirectory terminals() {
    return reference;
  }

  /** The stores of all tenants. */
  public StoreDirectory storeDirectory() {
    return new StoreDirectory() {
      @Override
      public CompletionStage<Optional<Store>> find(StoreKey store) {
        return reference.store(store);
      }

      @Override
      public CompletionStage<List<String>> tenantIds() {
        return reference.tenantIds();
      }
    };
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
    return reference;
  }

  /**
   * Checks that both the readers and the writer respond.
   *
   * @return completes with a message if the database cannot be used until the next start; empty if
   *     it responds; fails if it does not. The caller limits the wait
   */
  public CompletionStage<Optional<String>> health() {
    return engine
        .read(session -> session.first("SELECT count(*) FROM sqlite_schema", row -> row.getInt(1)))
        .thenCompose(tables -> engine.write(session -> true))
        .handle(
            (alive, failure) ->
                failure == null || engine.loss().isPresent()
                    ? CompletableFuture.completedFuture(engine.loss())
                    : CompletableFuture.<Optional<String>>failedFuture(failure))
        .thenCompose(answer -> answer);
  }

  /**
   * Accepts no more operations, finishes those queued and closes the database. Idempotent.
   *
   * @return completes once the file is closed and available to other processes; fails with {@link
   *     java.util.concurrent.TimeoutException} if that takes longer than configured
   */
  public CompletionStage<Void> close() {
    return engine.close();
  }
}
