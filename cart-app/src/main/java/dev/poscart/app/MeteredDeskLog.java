package dev.poscart.app;

import dev.poscart.app.console.Progress;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.DeskLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how many days of terminals have been read. */
final class MeteredDeskLog implements DeskLog {

  private final DeskLog log;
  private final Progress progress;
  private final AtomicLong days = new AtomicLong();

  MeteredDeskLog(DeskLog log, Progress progress) {
    this.log = log;
    this.progress = progress;
  }

  @Override
  public CompletionStage<Appended> append(DeskEntry entry) {
    return log.append(entry);
  }

  @Override
  public CompletionStage<Optional<DeskEntry>> findLastShift(TerminalKey terminal) {
    return log.findLastShift(terminal);
  }

  @Override
  public CompletionStage<List<DeskEntry>> findDay(TerminalKey terminal, String businessDate) {
    progress.at(days.getAndIncrement());
    return log.findDay(terminal, businessDate);
  }
}
