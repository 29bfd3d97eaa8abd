package dev.poscart.domain.simulation;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalRecord;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.port.Versioned;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the database has of the desk, over the wire. */
record SimulatedDesk(Network network, Database database) implements DeskLog, TerminalRecords {

  private static final String NAME = "database";
  private static final Comparator<DeskEntry> BY_POSITION =
      Comparator.comparing(entry -> entry.position().position());

  @Override
  public CompletionStage<DeskLog.Appended> append(DeskEntry entry) {
    return network.write(NAME, "append " + entry.claim(), answered -> database.append(entry));
  }

  @Override
  public CompletionStage<Optional<DeskEntry>> findLastShift(TerminalKey terminal) {
    return network.read(
        NAME,
        "findLastShift " + terminal.terminalId(),
        answered ->
            database.desk().of(terminal).filter(entry -> !entry.kind().isCash()).max(BY_POSITION));
  }

  @Override
  public CompletionStage<List<DeskEntry>> findDay(TerminalKey terminal, String businessDate) {
    return network.read(
        NAME,
        "findDay " + terminal.terminalId() + " " + businessDate,
        answered ->
            database
                .desk()
                .of(terminal)
                .filter(entry -> entry.session().businessDate().equals(businessDate))
                .sorted(BY_POSITION)
                .toList());
  }

  @Override
  public CompletionStage<Optional<Versioned<TerminalRecord>>> find(TerminalKey terminal) {
    return network.read(
        NAME, "find record " + terminal.terminalId(), answered -> database.desk().record(terminal));
  }

  @Override
  public CompletionStage<Boolean> save(
      TerminalKey terminal, TerminalRecord record, long expectedVersion) {
    return network.write(
        NAME,
        "save record " + terminal.terminalId() + " v" + expectedVersion,
        answered -> database.desk().save(terminal, record, expectedVersion));
  }
}
