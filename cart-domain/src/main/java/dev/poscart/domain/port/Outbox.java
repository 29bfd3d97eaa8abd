package dev.poscart.domain.port;

import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The outbox: the delivery records of the entries in the log. A record is created with its entry in
 * the same atomic write; until it is first replaced it is {@link Delivery#pending} at the entry's
 * own time. Every entry has one.
 */
public interface Outbox {

  /** The greatest number of events of a tenant that are counted. */
  int COUNTED = 100_000;

  /**
   * Finds events that are due: of the events that were never published only the first of each
   * terminal, so that a terminal's events are published in the order of their positions; and
   * published events that are due again. Ordered by due time.
   */
  CompletionStage<List<OutboxEntry>> findDue(String tenantId, OffsetDateTime now, int limit);

  /** Finds events that were parked before they were ever published, in no particular order. */
  CompletionStage<List<OutboxEntry>> findParked(String tenantId, int limit);

  /** Finds an event by its id. */
  CompletionStage<Optional<OutboxEntry>> find(String tenantId, String eventId);

  /**
   * Replaces the delivery record if it has not changed since the entry was read.
   *
   * @return false, without any change, if it has changed
   */
  CompletionStage<Boolean> replace(OutboxEntry before, Delivery after);

  /**
   * Counts the events by status, except delivered ones: those that are set aside first, and {@link
   * #COUNTED} at most, so that the cost is bounded where events are kept for years.
   */
  CompletionStage<Map<DeliveryStatus, Long>> count(String tenantId);
}
