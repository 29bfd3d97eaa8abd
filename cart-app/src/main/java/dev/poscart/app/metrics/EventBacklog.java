package dev.poscart.app.metrics;

import dev.poscart.domain.model.DeliveryStatus;
import java.util.Map;

/**
 * The numbers of events whose delivery is not complete.
 *
 * @param waiting not published yet
 * @param parked set aside after too many failed attempts
 * @param unacknowledged published, but not yet acknowledged by all peer services
 */
public record EventBacklog(long waiting, long parked, long unacknowledged) {

  /** An empty backlog. */
  public static final EventBacklog NONE = new EventBacklog(0, 0, 0);

  /** Adds the events of one tenant, counted by status; the counts exclude delivered events. */
  public EventBacklog plus(Map<DeliveryStatus, Long> counts) {
    long pending = counts.getOrDefault(DeliveryStatus.PENDING, 0L);
    long givenUp = counts.getOrDefault(DeliveryStatus.PARKED, 0L);
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    return new EventBacklog(
        waiting + pending, parked + givenUp, unacknowledged + all - pending - givenUp);
  }

  /** Adds another backlog. */
  public EventBacklog plus(EventBacklog more) {
    return new EventBacklog(
        waiting + more.waiting, parked + more.parked, unacknowledged + more.unacknowledged);
  }
}
