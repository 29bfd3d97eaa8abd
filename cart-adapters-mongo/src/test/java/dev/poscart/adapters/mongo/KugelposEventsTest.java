package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.port.OutboxEntry;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The events that kugelpos has not delivered. */
class KugelposEventsTest extends MongoStoreSetFixture {

  private static final OffsetDateTime NEXT_DAY = OffsetDateTime.parse("2026-11-29T08:00:00+09:00");
  private static final Acknowledgement RECEIVED =
      new Acknowledgement(Acknowledgement.Status.RECEIVED, Optional.empty());
  private static final String NO_22_OF_TILL_2 = "0e3a0c57-9a0f-4e71-afaa-d7184a9fe86c";

  @BeforeEach
  void restore() {
    KugelposDay.restore(raw, "test");
  }

  @Test
  void undeliveredEvents_areDue_withTheirAcknowledgements() {
    List<OutboxEntry> due = due(NEXT_DAY);

    // Eight are undelivered; of those never published, only the first of each terminal is due.
    assertThat(due.stream().map(KugelposEventsTest::name))
        .containsExactlyInAnyOrder(
            "2101/1 20",
            "2101/1 22",
            "2101/1 23",
            "2101/2 22",
            "2101/2 28",
            "2101/2 29",
            "2102/1 16");
    assertThat(find(NO_22_OF_TILL_2).delivery().acknowledgements())
        .extractingByKey(EventConsumer.JOURNAL)
        .extracting(Acknowledgement::status)
        .isEqualTo(Acknowledgement.Status.FAILED);
    assertThat(find(NO_22_OF_TILL_2).delivery().status())
        .isEqualTo(DeliveryStatus.PARTIALLY_DELIVERED);
  }

  @Test
  void deliveredEvent_isNoLongerDue_andIsDeliveredInKugelposRecordToo() {
    due(NEXT_DAY);
    for (EventConsumer consumer : EventConsumer.values()) {
      OutboxEntry entry = find(NO_22_OF_TILL_2);
      Delivery after = entry.delivery().acknowledged(consumer, RECEIVED, NEXT_DAY);
      assertThat(result(storeSet.outbox().replace(entry, after))).isTrue();
    }

    assertThat(due(NEXT_DAY.plusHours(1)).stream().map(KugelposEventsTest::name))
        .doesNotContain("2101/2 22");
    assertThat(record(NO_22_OF_TILL_2).getString("status")).isEqualTo("delivered");
    assertThat(record(NO_22_OF_TILL_2).getList("services", Document.class))
        .extracting(service -> service.getString("status"))
        .containsOnly("received");
  }

  @Test
  void recordThatCannotBeRead_isLoggedOnce_andKeepsNoOtherEventBack() {
    MongoCollection<Document> records =
        raw.getDatabase("test_commons").getCollection("status_tran_delivery");
    Document spoilt =
        new Document("_id", "spoilt")
            .append("event_id", 17)
            .append("tenant_id", "K7310")
            .append("status", "failed")
            .append("created_at", KugelposForm.date(NEXT_DAY.minusDays(1)));
    result(Mono.from(records.insertOne(spoilt)).toFuture());

    try (LogLines log = LogLines.of("dev.poscart.adapters.mongo")) {
      assertThat(due(NEXT_DAY)).hasSize(7);
      assertThat(due(NEXT_DAY.plusMinutes(2))).hasSize(7);

      assertThat(log.containing("WARN cannot publish an event of kugelpos: document spoilt"))
          .hasSize(1);
    }
  }

  @Test
  void acknowledgementOfAnEventThatKugelposPublished_findsIt() {
    assertThat(result(storeSet.outbox().find("K7310", NO_22_OF_TILL_2))).isPresent();
    assertThat(result(storeSet.outbox().find("A1234", NO_22_OF_TILL_2))).isEmpty();
  }

  @Test
  void recentEvents_areLeftToKugelpos() {
    assertThat(due(OffsetDateTime.parse("2026-11-27T09:00:00+09:00"))).isEmpty();
    assertThat(result(storeSet.outbox().count("K7310"))).isEmpty();
  }

  @Test
  void takenEvents_areCounted_onceOnly() {
    due(NEXT_DAY);
    due(NEXT_DAY.plusMinutes(2));

    assertThat(result(storeSet.outbox().count("K7310")))
        .isEqualTo(
            Map.of(
                DeliveryStatus.PENDING, 3L,
                DeliveryStatus.PUBLISHED, 1L,
                DeliveryStatus.PARTIALLY_DELIVERED, 4L));
  }

  private List<OutboxEntry> due(OffsetDateTime now) {
    return result(storeSet.outbox().findDue("K7310", now, 100));
  }

  private OutboxEntry find(String eventId) {
    return result(storeSet.outbox().find("K7310", eventId)).orElseThrow();
  }

  private Document record(String eventId) {
    return result(
        Mono.from(
                raw.getDatabase("test_commons")
                    .getCollection("status_tran_delivery")
                    .find(eq("event_id", eventId))
                    .first())
            .toFuture());
  }

  private static String name(OutboxEntry entry) {
    return entry.event().terminal().storeCode()
        + "/"
        + entry.event().terminal().terminalNo()
        + " "
        + entry.event().numbers().transactionNo();
  }
}
