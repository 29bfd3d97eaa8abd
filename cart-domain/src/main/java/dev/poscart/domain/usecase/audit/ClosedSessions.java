package dev.poscart.domain.usecase.audit;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions of one till that were closed. Nothing may follow in a closed session: its Z report
 * would no longer be what was sold in it.
 */
final class ClosedSessions {

  /** The positions of the closings by the business counters of their sessions. */
  private final Map<Integer, Long> closings = new HashMap<>();

  /** Takes the next entry of the log; tells if its session was closed before. */
  Optional<String> next(long position, LogEntry entry) {
    int counter = entry.session().businessCounter();
    Optional<String> problem =
        Optional.ofNullable(closings.get(counter))
            .map(
                closed ->
                    "session: %d, closed at no. %d (expected: an open one)"
                        .formatted(counter, closed));
    if (entry instanceof DeskEntry desk && desk.kind() == DeskEntry.Kind.CLOSED) {
      closings.putIfAbsent(counter, position);
    }
    return problem;
  }
}
