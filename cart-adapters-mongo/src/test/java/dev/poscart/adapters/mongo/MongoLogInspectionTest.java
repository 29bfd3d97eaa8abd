package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogVerificationContract;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.TransactionLog;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Damage is done through a client of its own. */
class MongoLogInspectionTest extends LogVerificationContract {

  private final WireServer server = WireServer.start();
  private final MongoStoreSet storeSet = TestStores.open(server.connectionString());
  private final MongoClient intruder = MongoClients.create(server.connectionString());

  @Override
  protected TransactionLog newLog() {
    return storeSet.transactions();
  }

  @Override
  protected LogInspection inspection() {
    return storeSet.inspection();
  }

  @Override
  protected void alter(TransactionKey key, String path, Object value) {
    update(key, set(path, value));
  }

  @Override
  protected void takeAway(TransactionKey key, String field) {
    update(key, unset(field));
  }

  @Override
  protected void remove(TransactionKey key) {
    assertThat(Await.result(Mono.from(log().deleteOne(of(key))).toFuture()).getDeletedCount())
        .isEqualTo(1);
  }

  @Override
  protected void renumber(TransactionKey key, int number) {
    alter(key, "transaction_no", number);
  }

  @Override
  protected void close() {
    intruder.close();
    storeSet.close();
    server.close();
  }

  @Test
  void whatStandsBesideTheTransaction_showsIfItSaysOtherwise() throws Exception {
    TransactionKey back = new TransactionKey(TERMINAL, 4);
    alter(back, "reverses", "reversal:9:2:5678");

    assertThat(findings())
        .contains("5678/9 no. 4: reverses: reversal:9:2:5678 (expected: reversal:9:1:5678)");
  }

  @Test
  void anEntryThatBelongsToNobody_shows() throws Exception {
    alter(new TransactionKey(TERMINAL, 5), "tenant_id", "Z9999");

    assertThat(findings())
        .containsExactly(
            "A1234: entry A1234-5678-9/5: is stored at tenant Z9999, store 5678, terminal 9, no. 5"
                + " (expected: a till of this tenant)");
  }

  @Test
  void aNumberThatIsNoWholeOne_shows() throws Exception {
    alter(new TransactionKey(TERMINAL, 5), "transaction_no", 5.5);

    assertThat(findings()).singleElement().asString().contains("A1234-5678-9/5", "no. 5.5");
  }

  @Test
  void aBinaryFraction_shows_andTheRestIsChecked() throws Exception {
    alter(new TransactionKey(TERMINAL, 2), "sales.total_amount", 121.25);
    alter(new TransactionKey(TERMINAL, 5), "note", "x");

    assertThat(findings())
        .anyMatch(line -> line.startsWith("5678/9 no. 2: document: "))
        .anyMatch(line -> line.startsWith("5678/9 no. 5: altered: "));
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
    return intruder.getDatabase("test_A1234").getCollection("log_tran");
  }
}
