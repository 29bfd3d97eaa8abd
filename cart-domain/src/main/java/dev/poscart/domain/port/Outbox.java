package dev.poscart.domain.port;

import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The delivery records of the transactions in the log. A record comes into being with its
 * transaction, in the same atomic write; until it is first replaced it is {@link Delivery#pending}
 * at the transaction's own time. There is no transaction without one.
 */
public interface Outbox {

  /**
   * Finds what is due: of the events that were never published the first of each terminal, and only
   * that one, so that a terminal's events are published in the order of its numbers; and those that
   * were published before and are due again. What is due longest comes first.
   */
  CompletionStage<List<OutboxEntry>> findDue(String tenantId, OffsetDateTime now, int limit);

  /** Finds events that were set aside before they were ever published, in no order. */
  CompletionStage<List<OutboxEntry>> findParked(String tenantId, int limit);

  /** Finds an event by its id. */
  CompletionStage<Optional<OutboxEntry>> find(String tenantId, String eventId);

  /**
   * Replaces the delivery record if nobody else has since the entry was read.
   *
   * @return false if somebody has; then nothing was written
   */
  CompletionStage<Boolean> replace(OutboxEntry before, Delivery after);

  /** How many events there are of each status; those delivered are not counted. */
  CompletionStage<Map<DeliveryStatus, Long>> count(String tenantId);
}
