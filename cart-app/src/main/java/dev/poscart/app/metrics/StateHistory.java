package dev.poscart.app.metrics;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The latest changes of the connection to the item master, oldest first. */
final class StateHistory {

  private static final int KEPT = 100;

  private final InstantSource clock;
  private final Deque<StateChange> changes = new ArrayDeque<>();
  private final Map<StateChange.Part, String> latest = new EnumMap<>(StateChange.Part.class);

  StateHistory(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds a change, unless it leads to where the part is already. */
  synchronized void add(StateChange.Part part, String to) {
    String before = latest.getOrDefault(part, "");
    latest.put(part, to);
    if (part != StateChange.Part.CONNECTION_LEFT && before.equals(to)) {
      return;
    }
    changes.add(new StateChange(clock.instant(), part, to));
    if (changes.size() > KEPT) {
      changes.removeFirst();
    }
  }

  synchronized List<StateChange> changes() {
    return List.copyOf(changes);
  }
}
