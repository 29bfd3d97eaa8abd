package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogTampering;
import dev.poscart.domain.model.TransactionKey;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Writes to a tenant's database through a client of its own. */
final class MongoTampering implements LogTampering, AutoCloseable {

  private final MongoClient client;
  private final String database;

  MongoTampering(String uri, String database) {
    this.client = MongoClients.create(uri);
    this.database = database;
  }

  @Override
  public void alter(TransactionKey key, String path, Object value) {
    update(key, set(path, value));
  }

  @Override
  public void takeAway(TransactionKey key, String field) {
    update(key, unset(field));
  }

  @Override
  public void remove(TransactionKey key) {
    assertThat(Await.result(Mono.from(log().deleteOne(of(key))).toFuture()).getDeletedCount())
        .isEqualTo(1);
  }

  @Override
  public void renumber(TransactionKey key, int number) {
    alter(key, "transaction_no", number);
  }

  @Override
  public void close() {
    client.close();
  }

  private void update(TransactionKey key, Bson change) {
    assertThat(
            Await.result(Mono.from(log().updateOne(of(key), change)).toFuture()).getMatchedCount())
        .isEqualTo(1);
  }

  private static Bson of(TransactionKey key) {
    return and(
        eq("store_code", key.terminal().storeCode()),
        eq("terminal_no", key.terminal().terminalNo()),
        eq("transaction_no", key.transactionNo()));
  }

  private MongoCollection<Document> log() {
    return client.getDatabase(database).getCollection("log_tran");
  }
}
