package dev.poscart.app;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.adapters.mongo.WireDump;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The check before the switch, on the databases that kugelpos wrote in two business days. */
class MigrationCheckTest extends KugelposDatabaseFixture {

  private static final String NOT_CHECKED =
      "payment methods: not checked (expected: BASE_URL_MASTER_DATA and SECRET_KEY)";
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String STATE_STORE =
      "carts in Dapr's state store: not checked, because it cannot list them";
  private static final String WAY_BACK =
      "way back: kugelpos can go on with a database that Poscart has used";

  @Test
  void twoBusinessDays_areInOrder_andNothingIsChanged() {
    List<String> before = WireDump.of(uri(), prefix);
    assertThat(before).hasSizeGreaterThan(150);

    Outcome outcome = check(Map.of());

    assertThat(outcome.lines()).startsWith(numbers()).containsSequence(openAndUndelivered());
    assertThat(outcome.lines())
        .hasSize(18)
        .endsWith(
            NOT_CHECKED,
            STATE_STORE,
            WAY_BACK,
            "tenants 1, terminals 3, transactions 70, open carts 1, undelivered events 8,"
                + " actions 0");
    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(WireDump.of(uri(), prefix)).isEqualTo(before);
  }

  private String[] numbers() {
    return new String[] {
      "tenant K7310, database "
          + prefix
          + "_K7310: cache_cart 1, info_terminal_counter 3,"
          + " log_tran 70, status_tran 8",
      "terminal K7310-2101-1: transactions 23, no. 1 to 24, last receipt 100010; counters 24,"
          + " receipt 100010",
      "terminal K7310-2101-1: no. 21 missing in the log",
      "terminal K7310-2101-2: transactions 29, no. 1 to 29, last receipt 100001; counters 29,"
          + " receipt 100001",
      "terminal K7310-2102-1: transactions 18, no. 1 to 18, last receipt 100004; counters 18,"
          + " receipt 100004"
    };
  }

  private static String[] openAndUndelivered() {
    return new String[] {
      "open cart 5ed2ff61-da2c-4fa9-bb43-bf3084c7d33e of K7310-2101-2: EnteringItem, lines 3,"
          + " balance 1901",
      "undelivered event of K7310-2101-1 no. 20: partially_delivered (report failed, journal"
          + " failed, stock received)",
      "undelivered event of K7310-2101-1 no. 22: partially_delivered (report received,"
          + " journal received, stock pending)",
      "undelivered event of K7310-2101-1 no. 23: failed (report pending, journal pending,"
          + " stock pending)",
      "undelivered event of K7310-2101-1 no. 24: failed (report pending, journal pending,"
          + " stock pending)",
      "undelivered event of K7310-2101-2 no. 22: partially_delivered (report received,"
          + " journal failed, stock received)",
      "undelivered event of K7310-2101-2 no. 28: published (report pending, journal pending,"
          + " stock pending)",
      "undelivered event of K7310-2101-2 no. 29: failed (report pending, journal pending,"
          + " stock pending)",
      "undelivered event of K7310-2102-1 no. 16: partially_delivered (report failed, journal"
          + " received, stock received)"
    };
  }

  @Test
  void findingsThatNeedAction_areMarked_andSetTheExitCode() {
    MongoCollection<Document> log = collection("log_tran");
    indexByHand(log);
    update(log, Filters.eq("transaction_no", 29), Updates.unset("receipt_no"));
    update(
        collection("info_terminal_counter"),
        Filters.eq("terminal_id", "K7310-2102-1"),
        Updates.set("count_dic.Transaction", 20));

    Outcome outcome = check(Map.of());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.lines())
        .contains(
            "action: tenant K7310: index in the way: create index session_number on "
                + prefix
                + "_K7310.log_tran: index by?[2Jhand has the same keys or name but other options;"
                + " drop it",
            "terminal K7310-2101-2: counter ahead of the log: no. 29 claimed and never used",
            "terminal K7310-2102-1: counter ahead of the log: no. 19 to 20 claimed and never used");
    assertThat(outcome.lines())
        .filteredOn(line -> line.startsWith("action: unreadable document "))
        .singleElement()
        .asString()
        .endsWith(" of " + prefix + "_K7310.log_tran: receipt_no: none (expected: 0..2147483647)");
    assertThat(outcome.lines()).last().asString().endsWith(", actions 2");
  }

  @Test
  void transactionsThatKugelposDoesNotKnowYet_closeTheWayBack() {
    update(
        collection("log_tran"),
        Filters.and(Filters.eq("store_code", "2102"), Filters.eq("transaction_no", 18)),
        Updates.set("kugelpos_due", true));

    Outcome outcome = check(Map.of());

    assertThat(outcome.lines())
        .contains(
            "action: terminal K7310-2102-1: no. 18 not yet in kugelpos's counters, marks and"
                + " delivery records",
            "way back: closed until Poscart has completed kugelpos's records");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void paymentMethods_areRequested_andTheirFlagsNamed() {
    method("01", "\"description\":\"現金\",\"canDepositOver\":true,\"canChange\":true");
    method(
        "12",
        "\"description\":\"商品券\",\"canDepositOver\":true,\"canChange\":false,\"canRefund\":false,"
            + "\"limitAmount\":5000,\"isActive\":false");
    Map<String, String> settings =
        Map.of("BASE_URL_MASTER_DATA", masterData.base(), "SECRET_KEY", KEY);
    String flags =
        "tenant K7310: payment method 12 商品券: by its flags not accepted for sales, at most 5000 a"
            + " tender, no change for a tender above the balance, no refunds";

    Outcome byKind = check(settings);
    assertThat(byKind.lines())
        .contains(
            flags + "; ignored as in kugelpos with TENDER_RULES=kind",
            "tenant K7310: payment methods compared: 2")
        .doesNotContain(NOT_CHECKED);
    assertThat(byKind.code()).isZero();

    Map<String, String> byFlags = new HashMap<>(settings);
    byFlags.put("TENDER_RULES", "flags");
    assertThat(check(byFlags).lines())
        .contains("action: " + flags + "; kugelpos ignores this, as does TENDER_RULES=kind");
    assertThat(check(byFlags).code()).isEqualTo(1);
  }

  @Test
  void unreachableMasterData_isRefused() {
    Outcome noTenant = check(Map.of("DB_NAME_PREFIX", prefix + "_other"));
    assertThat(noTenant.code()).isEqualTo(2);
    assertThat(noTenant.lines())
        .containsExactly(
            "no tenants (expected: databases " + prefix + "_other_TENANT; see DB_NAME_PREFIX)");

    Outcome away = check(Map.of("MONGODB_URI", "mongodb://127.0.0.1:1"));
    assertThat(away.code()).isEqualTo(2);
    assertThat(away.error())
        .startsWith("poscart: cannot check the databases: mongo: list databases: ");

    Outcome unset = check(Map.of("MONGODB_URI", ""));
    assertThat(unset.code()).isEqualTo(2);
    assertThat(unset.error())
        .isEqualTo(
            "poscart: MONGODB_URI: not set (expected: kugelpos's server, such as"
                + " mongodb://host:port)\n");

    Outcome masterDataAway =
        check(Map.of("BASE_URL_MASTER_DATA", "http://127.0.0.1:1/api/v1", "SECRET_KEY", KEY));
    assertThat(masterDataAway.code()).isEqualTo(2);
    assertThat(masterDataAway.error())
        .startsWith("poscart: cannot check the databases: master-data: ");
  }

  private static void indexByHand(MongoCollection<Document> log) {
    result(
        Mono.from(
                log.createIndex(
                    Indexes.ascending(
                        "tenant_id",
                        "store_code",
                        "terminal_no",
                        "transaction_no",
                        "business_counter"),
                    new IndexOptions().name("by\u001b[2Jhand")))
            .toFuture());
  }

  private void method(String code, String fields) {
    masterData.answers.put(
        PeerStandIn.API + "/tenants/K7310/payments/" + code,
        "{\"paymentCode\":\"" + code + "\"," + fields + "}");
  }
}
