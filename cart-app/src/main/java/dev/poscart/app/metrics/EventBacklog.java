package dev.poscart.app.metrics;

import dev.poscart.domain.model.DeliveryStatus;
import java.util.Map;

/**
 * Events that are not through yet.
 *
 * @param waiting not published yet
 * @param parked given up after too many failures, until they are taken up again
 * @param unacknowledged published, but not acknowledged by all peer services
 */
public record EventBacklog(long waiting, long parked, long unacknowledged) {

  /** Nothing is left to be done. */
  public static final EventBacklog NONE = new EventBacklog(0, 0, 0);

  /** Adds up the events of a tenant, counted by status, those delivered not among them. */
  public EventBacklog plus(Map<DeliveryStatus, Long> counts) {
    long pending = counts.getOrDefault(DeliveryStatus.PENDING, 0L);
    long givenUp = counts.getOrDefault(DeliveryStatus.PARKED, 0L);
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    return new EventBacklog(
        waiting + pending, parked + givenUp, unacknowledged + all - pending - givenUp);
  }
}
