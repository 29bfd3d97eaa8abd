package dev.poscart.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalRecord;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.port.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Remembers the latest shift and the record of each terminal for a moment, since every request
 * needs them. A write through this object is seen at once: (1) a reader that began before the write
 * puts its answer into the cache, (2) the write commits, (3) the write removes that answer and only
 * then completes. What another process writes is seen after at most {@link #MAX_AGE}.
 */
final class RememberedDesk implements DeskLog, TerminalRecords {

  /** How old an answer may be. */
  static final Duration MAX_AGE = Duration.ofSeconds(1);

  private static final int MAX_TERMINALS = 5_000;

  private final DeskLog log;
  private final TerminalRecords records;
  private final Cache<TerminalKey, CompletableFuture<Optional<DeskEntry>>> shifts;
  private final Cache<TerminalKey, CompletableFuture<Optional<Versioned<TerminalRecord>>>> known;

  RememberedDesk(DeskLog log, TerminalRecords records, Ticker ticker) {
    this.log = log;
    this.records = records;
    this.shifts = cache(ticker);
    this.known = cache(ticker);
  }

  @Override
  public CompletionStage<Appended> append(DeskEntry entry) {
    return log.append(entry)
        .whenComplete((outcome, failure) -> shifts.invalidate(entry.terminal()));
  }

  @Override
  public CompletionStage<Optional<DeskEntry>> findLastShift(TerminalKey terminal) {
    return remembered(shifts, terminal, () -> log.findLastShift(terminal));
  }

  @Override
  public CompletionStage<List<DeskEntry>> findDay(TerminalKey terminal, String businessDate) {
    return log.findDay(terminal, businessDate);
  }

  @Override
  public CompletionStage<Optional<Versioned<TerminalRecord>>> find(TerminalKey terminal) {
    return remembered(known, terminal, () -> records.find(terminal));
  }

  @Override
  public CompletionStage<Boolean> save(
      TerminalKey terminal, TerminalRecord record, long expectedVersion) {
    return records
        .save(terminal, record, expectedVersion)
        .whenComplete((saved, failure) -> known.invalidate(terminal));
  }

  private static <T> CompletionStage<T> remembered(
      Cache<TerminalKey, CompletableFuture<T>> cache,
      TerminalKey terminal,
      Supplier<CompletionStage<T>> read) {
    CompletableFuture<T> ours = new CompletableFuture<>();
    CompletableFuture<T> first = cache.asMap().putIfAbsent(terminal, ours);
    if (first != null) {
      return first.copy();
    }
    return read.get()
        .whenComplete(
            (found, failure) -> {
              if (failure == null) {
                ours.complete(found);
              } else {
                cache.asMap().remove(terminal, ours);
                ours.completeExceptionally(failure);
              }
            });
  }

  private static <T> Cache<TerminalKey, CompletableFuture<T>> cache(Ticker ticker) {
    return Caffeine.newBuilder()
        .ticker(ticker)
        .maximumSize(MAX_TERMINALS)
        .expireAfterWrite(MAX_AGE)
        .executor(Runnable::run)
        .build();
  }
}
