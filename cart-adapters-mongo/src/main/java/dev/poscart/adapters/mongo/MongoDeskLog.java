package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.PortException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The desk entries of the log in MongoDB, in the collection of the transactions. */
final class MongoDeskLog implements DeskLog {

  private static final int FIRST = 1;
  private static final Bson SHIFT = in(StoredDeskEntry.KIND, "Opened", "Closed");

  private final TenantDatabases databases;
  private final DriverCalls calls;

  MongoDeskLog(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
  }

  @Override
  public CompletionStage<Appended> append(DeskEntry entry) {
    String tenantId = entry.terminal().tenantId();
    boolean isFirst = entry.position().position() == FIRST;
    return (isFirst ? databases.preparedAnew(tenantId) : databases.prepared(tenantId))
        .thenCompose(database -> append(database, entry));
  }

  private CompletionStage<Appended> append(TenantDatabase database, DeskEntry entry) {
    CompletionStage<Appended> appended =
        calls
            .insert("append to log", () -> database.log().insertOne(StoredDeskEntry.of(entry)))
            .thenCompose(
                isNew ->
                    isNew
                        ? CompletableFuture.completedStage(new Appended.Done())
                        : whatWasTaken(database, entry));
    return DriverCalls.orAsk(
        appended,
        () ->
            holder(database, entry)
                .thenApply(found -> found.map(existing -> afterLostAnswer(entry, existing))));
  }

  private CompletionStage<Appended> whatWasTaken(TenantDatabase database, DeskEntry ours) {
    return holder(database, ours)
        .thenCompose(
            holder ->
                holder.isPresent()
                    ? CompletableFuture.completedStage(new Appended.ClaimTaken(holder.get()))
                    : positionTaken(database, ours));
  }

  private CompletionStage<Appended> positionTaken(TenantDatabase database, DeskEntry ours) {
    return calls
        .first(
            "find entry",
            (Document rival) -> true,
            () -> database.log().find(StoredPlace.at(ours.position())).first())
        .thenApply(
            rival -> {
              if (rival.isEmpty()) {
                throw new PortException(
                    DriverFailures.PORT,
                    PortException.Category.UNAVAILABLE,
                    "append to log: the conflicting entry is not on a majority of the servers yet");
              }
              return new Appended.PositionTaken();
            });
  }

  private static Appended afterLostAnswer(DeskEntry ours, DeskEntry existing) {
    return existing.equals(ours) ? new Appended.Done() : new Appended.ClaimTaken(existing);
  }

  private CompletionStage<Optional<DeskEntry>> holder(TenantDatabase database, DeskEntry entry) {
    Bson claim = and(TransactionQueries.ofClaim(entry.claim()), StoredDeskEntry.ALL);
    return calls.first(
        "find desk entry", StoredDeskEntry::read, () -> database.log().find(claim).first());
  }

  @Override
  public CompletionStage<Optional<DeskEntry>> findLastShift(TerminalKey terminal) {
    return databases.read(
        terminal.tenantId(),
        Optional.empty(),
        database ->
            calls.first(
                "find last shift",
                StoredDeskEntry::read,
                () ->
                    database
                        .log()
                        .find(and(StoredDeskEntry.of(terminal), SHIFT))
                        .sort(descending(StoredPlace.ORDER))
                        .first()));
  }

  @Override
  public CompletionStage<List<DeskEntry>> findDay(TerminalKey terminal, String businessDate) {
    return databases.read(
        terminal.tenantId(),
        List.of(),
        database ->
            calls.all(
                "find desk entries",
                StoredDeskEntry::read,
                () ->
                    database
                        .log()
                        .find(
                            and(
                                StoredDeskEntry.of(terminal),
                                eq(StoredDeskEntry.BUSINESS_DATE, businessDate)))
                        .sort(ascending(StoredPlace.POSITION))));
  }
}
