package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogTampering;
import dev.poscart.domain.model.LogPosition;
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
  public void alter(LogPosition at, String path, Object value) {
    update(at, set(path, value));
  }

  @Override
  public void takeAway(LogPosition at, String field) {
    update(at, unset(field));
  }

  @Override
  public void remove(LogPosition at) {
    assertThat(Await.result(Mono.from(log().deleteOne(of(at))).toFuture()).getDeletedCount())
        .isEqualTo(1);
  }

  @Override
  public void move(LogPosition at, int position) {
    update(
        at,
        combine(
            set("transaction_no", position),
            set("chain.position", position),
            set("place.position", position)));
  }

  @Override
  public void close() {
    client.close();
  }

  private void update(LogPosition at, Bson change) {
    assertThat(
            Await.result(Mono.from(log().updateOne(of(at), change)).toFuture()).getMatchedCount())
        .isEqualTo(1);
  }

  private static Bson of(LogPosition at) {
    return and(
        eq("store_code", at.terminal().storeCode()),
        eq("terminal_no", at.terminal().terminalNo()),
        or(
            eq("place.position", at.position()),
            and(exists("place", false), eq("transaction_no", at.position()))));
  }

  private MongoCollection<Document> log() {
    return client.getDatabase(database).getCollection("log_tran");
  }
}
