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
 * All stores on one SQLite file. One process may have the file at a time. A change to a cart or to
 * reference data that was acknowledged survives a kill of the process; an acknowledged transaction
 * survives a loss of power as well.
 *
 * <p>Stages complete on threads of this adapter, never on the one that writes. They fail with
 * {@link dev.poscart.domain.port.PortException}: unavailable when too much is in flight, when the
 * disk is full or cannot be written, and after closing; broken when the file is damaged, and from
 * the moment on at which it is noticed that it, its log or its lock was deleted, moved, replaced or
 * overwritten: then nothing is answered before the next start, for it may be lost.
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
   * Opens the file, or makes it where there is none. Waits for the disk; meant for the start of the
   * process.
   *
   * @throws dev.poscart.domain.port.PortException if the file is in use, damaged, not ours, written
   *     by a newer Poscart, or cannot be opened; the message says which, and nothing was changed
   */
  public static SqliteStoreSet open(SqliteConfig config) {
    return open(config, Clock.systemUTC());
  }

  /**
   * The same.
   *
   * @param clock tells when a cart was stored
   */
  public static SqliteStoreSet open(SqliteConfig config, Clock clock) {
    SqliteStoreSet storeSet = new SqliteStoreSet(Engine.open(config), clock);
    // What fails here fails for everybody else, too; and what is in progress ends by itself.
    var unused = storeSet.idempotency.endLeases();
    return storeSet;
  }

  /**
   * Opens a file that is there for looking at it, also while a service has it: no lock is taken and
   * nothing can be written.
   *
   * @throws dev.poscart.domain.port.PortException if it is missing, damaged, not ours, or of
   *     another version's form
   */
  public static SqliteStoreSet openToLook(SqliteConfig config) {
    return new SqliteStoreSet(Engine.openToLook(config), Clock.systemUTC());
  }

  /**
   * Copies the file as it is at one moment, also while a service has it. Waits for the disk; who
   * writes to the file does not wait for it.
   *
   * @param target a file that is not there yet, in a folder that is
   * @return the copy's size in bytes
   * @throws dev.poscart.domain.port.PortException if there is a file already, the source is
   *     missing, damaged or not ours, or the copy cannot be written; no file is left then
   */
  public static long backUp(SqliteConfig config, Path target) {
    return SqliteBackup.write(config, target);
  }

  public CartStore carts() {
    return carts;
  }

  /** What requests with a key were answered. */
  public IdempotencyStore idempotency() {
    return idempotency;
  }

  /** The same, keeping fewer of them. */
  IdempotencyStore idempotency(int maxPerTerminal) {
    return new SqliteIdempotencyStore(engine, maxPerTerminal);
  }

  public TransactionLog transactions() {
    return transactions;
  }

  /** All of {@link #transactions} for whoever checks it. */
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

  /** The stores of the tenants. */
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
   * Asks the file and the writer for next to nothing.
   *
   * @return completes with what is wrong until the next start, in a sentence; empty if both answer;
   *     fails if they do not. Bounding the wait is up to the caller
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
   * Accepts no more, finishes what is queued and closes the file. May be called again.
   *
   * @return completes once the file is closed and free for another process; fails with {@link
   *     java.util.concurrent.TimeoutException} if that takes longer than configured
   */
  public CompletionStage<Void> close() {
    return engine.close();
  }
}
