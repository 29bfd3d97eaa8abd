package dev.poscart.domain.simulation;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalRecord;
import dev.poscart.domain.port.DeskLog.Appended;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.port.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the database has of the desk: its entries in the log, and the records of terminals. */
final class DeskTable {

  private final List<DeskEntry> entries = new ArrayList<>();
  private final Map<String, Versioned<TerminalRecord>> records = new TreeMap<>();

  /**
   * Appends an entry.
   *
   * @param isTaken whether a transaction stands at its position
   */
  Appended append(DeskEntry entry, boolean isTaken) {
    Optional<DeskEntry> holder =
        of(entry.terminal()).filter(held -> held.claim().equals(entry.claim())).findFirst();
    if (holder.isPresent()) {
      return new Appended.ClaimTaken(holder.get());
    }
    if (isTaken || has(entry.position())) {
      return new Appended.PositionTaken();
    }
    entries.add(entry);
    return new Appended.Done();
  }

  boolean has(LogPosition position) {
    return of(position.terminal()).anyMatch(entry -> entry.position().equals(position));
  }

  /** The entries of a terminal, in the order in which they came. */
  Stream<DeskEntry> of(TerminalKey terminal) {
    return entries.stream().filter(entry -> entry.terminal().equals(terminal));
  }

  List<DeskEntry> entries() {
    return entries;
  }

  Optional<Versioned<TerminalRecord>> record(TerminalKey terminal) {
    return Optional.ofNullable(records.get(terminal.terminalId()));
  }

  boolean save(TerminalKey terminal, TerminalRecord record, long expectedVersion) {
    long stored = record(terminal).map(Versioned::version).orElse(TerminalRecords.ABSENT);
    if (stored == expectedVersion) {
      records.put(terminal.terminalId(), new Versioned<>(record, stored + 1));
    }
    return stored == expectedVersion;
  }
}
