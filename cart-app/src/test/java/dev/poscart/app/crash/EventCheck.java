package dev.poscart.app.crash;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.OutboxEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Compares the events that the peer service took with the log. */
final class EventCheck {

  private final Outbox outbox;
  private final IntFunction<List<JsonNode>> events;

  EventCheck(Outbox outbox, IntFunction<List<JsonNode>> events) {
    this.outbox = outbox;
    this.events = events;
  }

  /** Their first arrivals are numbers 1, 2, 3, ... and nothing else. */
  void cameInOrder(int terminalNo, List<Transaction> entries, boolean delivered) {
    List<JsonNode> came = events.apply(terminalNo);
    assertThat(came)
        .as("events of terminal %d", terminalNo)
        .hasSizeLessThanOrEqualTo(entries.size());
    for (int i = 0; i < came.size(); i++) {
      Transaction entry = entries.get(i);
      JsonNode event = came.get(i);
      assertThat(event.path("transaction_no").intValue())
          .as("event %d of terminal %d", i + 1, terminalNo)
          .isEqualTo(i + 1);
      assertThat(event.path("event_id").textValue())
          .as("event id of %s", entry.key())
          .isEqualTo(entry.eventId());
      assertThat(event.path("sales").path("total_amount_with_tax").decimalValue())
          .as("total in the event of %s", entry.key())
          .isEqualByComparingTo(entry.sales().totalWithTax().amount());
    }
    for (Transaction waiting : entries.subList(came.size(), entries.size())) {
      assertThat(delivered)
          .as("event of %s is there; its delivery: %s", waiting.key(), delivery(waiting))
          .isFalse();
      assertThat(delivery(waiting)).as("delivery of %s", waiting.key()).isNotEmpty();
      assertThat(delivery(waiting).orElseThrow().isPublished())
          .as("%s is published, and never came", waiting.key())
          .isFalse();
    }
  }

  private Optional<Delivery> delivery(Transaction entry) {
    return result(outbox.find(entry.terminal().tenantId(), entry.eventId()))
        .map(OutboxEntry::delivery);
  }
}
