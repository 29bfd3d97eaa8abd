package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.model.HighestNumbers;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.port.TransactionQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The transaction log in SQLite. Its unique keys decide which transaction gets a position and a
 * number, and which holds a claim.
 */
final class SqliteTransactionLog implements TransactionLog {

  /** The types of transactions; those of desk entries are greater. */
  static final String IS_TRANSACTION = "type < 300";

  private static final String FIND_BY_CLAIM = "SELECT body FROM log WHERE tenant = ? AND claim = ?";

  /** The plus keeps the order from deciding on the index, which would read the whole terminal. */
  static final String FIND =
      "SELECT body FROM log"
          + " WHERE tenant = ? AND store = ? AND terminal = ? AND transaction_no = ?"
          + (" AND " + IS_TRANSACTION)
          + " ORDER BY +position DESC";

  private static final String FIND_AT =
      "SELECT body FROM log WHERE tenant = ? AND store = ? AND terminal = ? AND position = ?"
          + " AND "
          + IS_TRANSACTION;

  private static final String IS_TAKEN =
      "SELECT count(*) FROM log WHERE tenant = ? AND store = ? AND terminal = ? AND position = ?";

  private static final String FIND_REVERSALS =
      "SELECT body FROM log WHERE tenant = ? AND reverses IN (SELECT value FROM json_each(?))";

  private static final String FIND_LAST =
      "SELECT position, coalesce(carried_no, transaction_no), receipt_no, receipt_counter,"
          + " json_extract(body, '$.chain.hash') FROM log"
          + " WHERE tenant = ? AND store = ? AND terminal = ?"
          + " ORDER BY position DESC LIMIT 1";

  private static final String FIND_HIGHEST_NUMBER =
      "SELECT transaction_no FROM log"
          + " WHERE tenant = ? AND store = ? AND terminal = ? AND business_counter = ?"
          + (" AND " + IS_TRANSACTION)
          + " ORDER BY transaction_no DESC LIMIT 1";

  private static final String FIND_HIGHEST_COUNTER =
      "SELECT receipt_counter FROM log WHERE tenant = ? AND store = ? AND terminal = ?"
          + " AND receipt_counter IS NOT NULL AND carried_no IS NULL"
          + " ORDER BY receipt_counter DESC LIMIT 1";

  private final Engine engine;

  SqliteTransactionLog(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<Appended> append(Transaction transaction) {
    return Stages.attempt(
        () -> {
          byte[] body = JsonDocuments.utf8(TransactionDocument.write(transaction));
          return engine.writeSynced(session -> append(session, transaction, body));
        },
        SqliteFailures::of);
  }

  @Override
  public CompletionStage<Optional<LogEnd>> findLast(TerminalKey terminal) {
    return engine.read(session -> session.first(FIND_LAST, SqliteTransactionLog::end, terminal));
  }

  @Override
  public CompletionStage<HighestNumbers> findHighest(TerminalKey terminal, int businessCounter) {
    return engine.read(session -> highest(session, terminal, businessCounter));
  }

  @Override
  public CompletionStage<List<Transaction>> findAll(TerminalKey terminal, int transactionNo) {
    return engine.read(
        session -> session.all(FIND, SqliteTransactionLog::transaction, terminal, transactionNo));
  }

  @Override
  public CompletionStage<Optional<Transaction>> findAt(LogPosition position) {
    return engine.read(session -> findAt(session, position));
  }

  @Override
  public CompletionStage<Optional<Transaction>> findByClaim(String tenantId, String claim) {
    return engine.read(session -> findByClaim(session, tenantId, claim));
  }

  @Override
  public CompletionStage<List<Transaction>> findReversals(String tenantId, Set<LogPosition> sales) {
    return Stages.attempt(
        () -> {
          String histories = JsonDocuments.of(sales.stream().map(ReversalClaim::history).toList());
          return engine.read(
              session ->
                  session.all(
                      FIND_REVERSALS, SqliteTransactionLog::transaction, tenantId, histories));
        },
        SqliteFailures::of);
  }

  @Override
  public CompletionStage<TransactionPage> query(TransactionQuery query) {
    return engine.read(session -> session.snapshot(same -> new LogSearch(query).page(same)));
  }

  // There is no other writer, so whatever prevented the insert is still there to be read.
  private static Appended append(Session session, Transaction transaction, byte[] body)
      throws SQLException {
    if (session.update(LogRow.APPEND, LogRow.values(transaction, body)) == 1) {
      return new Appended.Done();
    }
    Optional<Transaction> holder =
        findByClaim(session, transaction.terminal().tenantId(), transaction.claim());
    if (holder.isPresent()) {
      return new Appended.ClaimTaken(holder.get());
    }
    return isTaken(session, transaction.position())
        ? new Appended.PositionTaken()
        : new Appended.NumberTaken(
            highest(session, transaction.terminal(), transaction.session().businessCounter()));
  }

  private static HighestNumbers highest(Session session, TerminalKey terminal, int businessCounter)
      throws SQLException {
    return new HighestNumbers(
        session
            .first(FIND_HIGHEST_NUMBER, row -> row.getInt(1), terminal, businessCounter)
            .orElse(0),
        session.first(FIND_HIGHEST_COUNTER, row -> row.getInt(1), terminal).orElse(0));
  }

  private static boolean isTaken(Session session, LogPosition position) throws SQLException {
    return session
        .first(IS_TAKEN, row -> row.getInt(1) > 0, position.terminal(), position.position())
        .orElse(false);
  }

  private static Optional<Transaction> findAt(Session session, LogPosition position)
      throws SQLException {
    return session.first(
        FIND_AT, SqliteTransactionLog::transaction, position.terminal(), position.position());
  }

  private static Optional<Transaction> findByClaim(Session session, String tenantId, String claim)
      throws SQLException {
    return session.first(FIND_BY_CLAIM, SqliteTransactionLog::transaction, tenantId, claim);
  }

  private static LogEnd end(ResultSet row) throws SQLException {
    return new LogEnd(
        row.getInt(1),
        new IssuedNumbers(row.getInt(2), row.getInt(3), counter(row)),
        Optional.ofNullable(row.getString(5)));
  }

  private static Optional<Integer> counter(ResultSet row) throws SQLException {
    int counter = row.getInt(4);
    return row.wasNull() ? Optional.empty() : Optional.of(counter);
  }

  static Transaction transaction(ResultSet row) throws SQLException {
    return TransactionDocument.read(JsonDocuments.read(row.getString(1)));
  }
}
