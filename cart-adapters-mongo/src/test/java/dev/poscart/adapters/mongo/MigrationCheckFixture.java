package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.poscart.domain.model.TerminalKey;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The check of the databases that kugelpos wrote in two days, on a wire server. */
abstract class MigrationCheckFixture extends MongoStoreSetFixture {

  static final TerminalKey TILL = new TerminalKey("K7310", "2101", 1);

  final CollectedFindings found = new CollectedFindings();
  MongoDatabase tenant;

  @BeforeEach
  void restore() {
    KugelposDay.restore(raw, "test");
    tenant = raw.getDatabase("test_K7310");
  }

  List<String> check() {
    return result(MongoMigrationCheck.run(config("test"), found));
  }

  MongoConfig config(String prefix) {
    return TestStores.config(server.connectionString(), prefix);
  }

  /** An entry of the first till. */
  static Bson entry(int number) {
    return Filters.and(
        Filters.eq("store_code", "2101"),
        Filters.eq("terminal_no", 1),
        Filters.eq("transaction_no", number));
  }

  void update(String collection, Bson which, Bson change) {
    assertThat(done(collection(collection).updateOne(which, change)).getModifiedCount())
        .isEqualTo(1);
  }

  void write(String collection, Document document) {
    write(tenant, collection, document);
  }

  static void write(MongoDatabase database, String collection, Document document) {
    done(database.getCollection(collection).insertOne(document));
  }

  MongoCollection<Document> collection(String name) {
    return tenant.getCollection(name);
  }

  static <T> T done(Publisher<T> call) {
    return result(Mono.from(call).toFuture());
  }
}
