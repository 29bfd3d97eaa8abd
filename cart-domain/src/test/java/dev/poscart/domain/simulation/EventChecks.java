package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each event arrives at least once, as it is in the log, and those of a terminal in order. */
final class EventChecks {

  private final Violations violations;
  private final Evidence evidence;

  EventChecks(Violations violations, Evidence evidence) {
    this.violations = violations;
    this.evidence = evidence;
  }

  void run() {
    Map<String, Integer> firstArrival = new HashMap<>();
    Map<String, Transaction> content = new HashMap<>();
    for (Transaction event : evidence.published()) {
      firstArrival.putIfAbsent(event.eventId(), firstArrival.size());
      Transaction known = content.putIfAbsent(event.eventId(), event);
      violations.expect(
          known == null || known.equals(event), "an event says the same each time", event);
    }
    for (List<Logged> till : evidence.database().tills().values()) {
      int last = -1;
      for (Logged entry : till) {
        String id = entry.transaction.eventId();
        int arrival = firstArrival.getOrDefault(id, Integer.MIN_VALUE);
        violations.expect(arrival >= 0, "each event is delivered at least once", entry.entry());
        violations.expect(
            arrival < 0 || arrival > last, "a terminal's events come in order", entry.entry());
        violations.expect(
            arrival < 0 || entry.transaction.equals(content.get(id)),
            "an event is what is in the log",
            entry.entry());
        last = Math.max(last, arrival);
      }
    }
  }
}
