package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.result.UpdateResult;
import dev.poscart.domain.document.TerminalRecordDocument;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalRecord;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.port.Versioned;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/**
 * The records of terminals in MongoDB, one document per terminal. The outcome of a write without a
 * response is not looked up: a repeated request recognizes its change.
 */
final class MongoTerminalRecords implements TerminalRecords {

  private static final String ID = "_id";
  private static final String VERSION = "version";
  private static final String BODY = "body";

  private final TenantDatabases databases;
  private final DriverCalls calls;

  MongoTerminalRecords(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
  }

  @Override
  public CompletionStage<Optional<Versioned<TerminalRecord>>> find(TerminalKey terminal) {
    return databases.read(
        terminal.tenantId(),
        Optional.empty(),
        database ->
            calls.first(
                "find terminal record",
                MongoTerminalRecords::record,
                () -> database.terminalRecords().find(eq(ID, terminal.terminalId())).first()));
  }

  @Override
  public CompletionStage<Boolean> save(
      TerminalKey terminal, TerminalRecord record, long expectedVersion) {
    Document document =
        new Document(ID, terminal.terminalId())
            .append(VERSION, expectedVersion + 1)
            .append(BODY, BsonDocuments.toBson(TerminalRecordDocument.write(record)));
    return databases
        .prepared(terminal.tenantId())
        .thenCompose(
            database ->
                expectedVersion == ABSENT
                    ? calls.insert(
                        "insert terminal record",
                        () -> database.terminalRecords().insertOne(document))
                    : replace(database, document, expectedVersion));
  }

  private CompletionStage<Boolean> replace(
      TenantDatabase database, Document document, long expectedVersion) {
    return calls.one(
        "replace terminal record",
        (UpdateResult result) -> result.getMatchedCount() == 1,
        () ->
            database
                .terminalRecords()
                .replaceOne(
                    and(eq(ID, document.getString(ID)), eq(VERSION, expectedVersion)), document));
  }

  private static Versioned<TerminalRecord> record(Document stored) {
    return new Versioned<>(
        TerminalRecordDocument.read(BsonDocuments.toPlain(stored.get(BODY, Document.class))),
        stored.getLong(VERSION));
  }
}
