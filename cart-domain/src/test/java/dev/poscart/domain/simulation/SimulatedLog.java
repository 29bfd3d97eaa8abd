package dev.poscart.domain.simulation;

import dev.poscart.domain.fixtures.TransactionSearch;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.HighestNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.port.TransactionQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The log of the database, over the wire. */
record SimulatedLog(World world, Network network, Database database) implements TransactionLog {

  private static final String NAME = "database";

  @Override
  public CompletionStage<Appended> append(Transaction transaction) {
    String what =
        "append "
            + transaction.terminal().terminalId()
            + " #"
            + transaction.numbers().transactionNo()
            + " "
            + transaction.claim();
    return network.write(NAME, what, answered -> database.append(transaction, answered));
  }

  @Override
  public CompletionStage<Optional<LogEnd>> findLast(TerminalKey terminal) {
    return network.read(
        NAME,
        "findLast " + terminal.terminalId(),
        answered -> database.last(terminal).map(TransactionTestData::endAt));
  }

  @Override
  public CompletionStage<HighestNumbers> findHighest(TerminalKey terminal, int businessCounter) {
    return network.read(
        NAME,
        "findHighest " + terminal.terminalId(),
        answered -> database.taken(terminal).highest(terminal, businessCounter));
  }

  @Override
  public CompletionStage<List<Transaction>> findAll(TerminalKey terminal, int transactionNo) {
    return network.read(
        NAME,
        "find " + terminal.terminalId() + " #" + transactionNo,
        answered -> database.numbered(terminal, transactionNo));
  }

  @Override
  public CompletionStage<Optional<Transaction>> findAt(LogPosition position) {
    return network.read(
        NAME,
        "findAt " + position.terminal().terminalId() + " #" + position.position(),
        answered -> database.placed(position));
  }

  @Override
  public CompletionStage<Optional<Transaction>> findByClaim(String tenantId, String claim) {
    return network.read(
        NAME,
        "findByClaim " + claim,
        answered -> database.claimed(tenantId, claim).map(entry -> entry.transaction));
  }

  /** Entries appended during the read may or may not be visible. */
  @Override
  public CompletionStage<List<Transaction>> findReversals(String tenantId, Set<LogPosition> sales) {
    long begun = world.time().now();
    return network.read(
        NAME,
        "findReversals",
        answered ->
            database.log().stream()
                .filter(entry -> entry.isOf(tenantId))
                .filter(
                    entry ->
                        ReversalClaim.of(entry.transaction)
                            .filter(claim -> sales.contains(claim.sale()))
                            .isPresent())
                .filter(entry -> entry.since <= begun || world.chance().coin())
                .map(entry -> entry.transaction)
                .toList());
  }

  @Override
  public CompletionStage<TransactionPage> query(TransactionQuery query) {
    return network.read(
        NAME,
        "query " + query.terminal().terminalId(),
        answered ->
            TransactionSearch.page(
                database.till(query.terminal()).stream().map(entry -> entry.transaction), query));
  }
}
