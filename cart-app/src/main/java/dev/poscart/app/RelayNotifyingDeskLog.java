package dev.poscart.app;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.DeskLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A desk log that notifies the outbox relay of each appended entry. */
record RelayNotifyingDeskLog(DeskLog log, Consumer<String> tenantIds) implements DeskLog {

  @Override
  public CompletionStage<Appended> append(DeskEntry entry) {
    CompletionStage<Appended> appended = log.append(entry);
    var unused =
        appended.thenAccept(
            outcome -> {
              if (outcome instanceof Appended.Done) {
                tenantIds.accept(entry.terminal().tenantId());
              }
            });
    return appended;
  }

  @Override
  public CompletionStage<Optional<DeskEntry>> findLastShift(TerminalKey terminal) {
    return log.findLastShift(terminal);
  }

  @Override
  public CompletionStage<List<DeskEntry>> findDay(TerminalKey terminal, String businessDate) {
    return log.findDay(terminal, businessDate);
  }
}
