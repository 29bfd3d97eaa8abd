package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.CartRevisions;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.DeskDirectory;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.IncidentLog;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.ReferenceLoader;
import dev.poscart.domain.port.StoreLimits;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.port.TransactionLog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
public final class SqliteStoreSet implements StoreSet {

  private final Engine engine;
  private final SqliteCartStore carts;
  private final SqliteIdempotencyStore idempotency;
  private final SqliteTransactionLog transactions;
  private final SqliteDeskLog deskLog;
  private final SqliteTerminalRecords terminalRecords;
  private final SqliteLogInspection inspection;
  private final SqliteOutbox outbox;
  private final SqliteCartRevisions revisions;
  private final SqliteIncidentLog incidents;
  private final SqliteReference reference;
  private final ReferenceData referenceData;

  SqliteStoreSet(Engine engine, Clock clock, StoreLimits limits) {
    this.engine = engine;
    this.carts = new SqliteCartStore(engine, clock);
    this.idempotency = new SqliteIdempotencyStore(engine, limits.keysPerTerminal());
    this.transactions = new SqliteTransactionLog(engine);
    this.deskLog = new SqliteDeskLog(engine);
    this.terminalRecords = new SqliteTerminalRecords(engine);
    this.inspection = new SqliteLogInspection(engine);
    this.outbox = new SqliteOutbox(engine);
    this.revisions = new SqliteCartRevisions(engine);
    this.incidents = new SqliteIncidentLog(engine, limits.incidentsPerTenant());
    this.reference = new SqliteReference(engine);
    this.referenceData = reference.ports();
  }

  /**
   * Opens the database; creates it if it does not exist. Blocks; meant for the start of the
   * process.
   *
   * @param clock provides the time at which a cart was stored
   * @throws dev.poscart.domain.port.PortException if the file is in use, damaged, not a Poscart
   *     database, written by a newer version, or cannot be opened; the message says which, and
   *     nothing was changed
   */
  public static SqliteStoreSet open(SqliteConfig config, Clock clock) {
    return open(config, clock, StoreLimits.DEFAULT);
  }

  static SqliteStoreSet open(SqliteConfig config, Clock clock, StoreLimits limits) {
    SqliteStoreSet storeSet = new SqliteStoreSet(Engine.open(config), clock, limits);
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
    return new SqliteStoreSet(Engine.openToLook(config), Clock.systemUTC(), StoreLimits.DEFAULT);
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

  /**
   * Checks all pages and indexes of a database that no service uses, such as a backup. Blocks;
   * changes nothing.
   *
   * @return the first thing that is wrong; empty: nothing
   * @throws dev.poscart.domain.port.PortException if the file is missing, not a Poscart database,
   *     or cannot be read
   */
  public static Optional<String> damage(SqliteConfig config) {
    return asked(config, DataFile::damage);
  }

  /**
   * Whether a database has the schema of this version. {@link #open} upgrades an older one. Blocks.
   *
   * @throws dev.poscart.domain.port.PortException if the file is missing, not a Poscart database,
   *     written by a newer version, or cannot be read
   */
  public static boolean isUpToDate(SqliteConfig config) {
    return asked(config, DataFile::isUpToDate);
  }

  private static <T> T asked(SqliteConfig config, Question<T> question) {
    try {
      return question.ask(new DataFile(config.file(), config.busyTimeout()));
    } catch (IOException | SQLException e) {
      throw SqliteFailures.unavailable(config.file() + ": cannot read: " + e.getMessage(), e);
    }
  }

  /** What to ask of a file that is not opened for long. */
  private interface Question<T> {
    T ask(DataFile file) throws IOException, SQLException;
  }

  /** The tenants with entries in the log, whether or not reference data of theirs was loaded. */
  public CompletionStage<List<String>> loggedTenants() {
    return inspection.tenants();
  }

  @Override
  public String database() {
    return "sqlite";
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
    return new SqliteDeskDirectory(reference);
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
    return referenceData;
  }

  @Override
  public ReferenceLoader referenceLoader() {
    return reference;
  }

  @Override
  public CompletionStage<Optional<String>> health() {
    return new SqliteHealth(engine).check();
  }

  /**
   * Accepts no more operations, finishes those queued and closes the database. Idempotent.
   *
   * @return completes once the file is closed and available to other processes; fails with {@link
   *     java.util.concurrent.TimeoutException} if that takes longer than configured
   */
  @Override
  public CompletionStage<Void> close() {
    return engine.close();
  }
}
