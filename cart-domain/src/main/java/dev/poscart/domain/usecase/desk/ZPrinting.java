package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalRecord;
import dev.poscart.domain.model.ZPrint;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.domain.port.TerminalRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Tells the original of a Z report from its reprints. The first print is recorded with its
 * terminal; of concurrent first prints, one is recorded and the others are reprints.
 */
public final class ZPrinting {

  private static final int ATTEMPTS = 64;

  private final TerminalDirectory terminals;
  private final DeskStates states;
  private final TerminalRecords records;
  private final Clock clock;

  public ZPrinting(
      TerminalDirectory terminals, DeskStates states, TerminalRecords records, Clock clock) {
    this.terminals = terminals;
    this.states = states;
    this.records = records;
    this.clock = clock;
  }

  /**
   * A report as it is printed.
   *
   * @param first who printed it first and when; as this print if that is forgotten
   */
  public record Printed(ZPrint first, boolean isReprint) {}

  /**
   * Prints the Z report of a closed session.
   *
   * @param print the original if it is the first, or if the first one has the same key
   */
  public CompletionStage<Printed> print(TerminalKey till, ZPrint print) {
    return terminals
        .find(till, clock.instant().minus(Duration.ofDays(1)))
        .thenCompose(
            found ->
                found
                    .map(terminal -> print(terminal, print, 1))
                    .orElseGet(() -> Stages.completed(new Printed(print, false))));
  }

  private CompletionStage<Printed> print(Terminal terminal, ZPrint print, int attempt) {
    return states
        .read(terminal, clock.instant())
        .thenCompose(
            known -> {
              TerminalRecord record = known.recordOrNew();
              Optional<Printed> earlier = earlier(record, print);
              return earlier.isPresent()
                  ? Stages.completed(earlier.get())
                  : records
                      .save(terminal.key(), record.withPrint(print), known.recordVersion())
                      .thenCompose(
                          saved ->
                              saved
                                  ? Stages.completed(new Printed(print, false))
                                  : again(terminal, print, attempt));
            });
  }

  private static Optional<Printed> earlier(TerminalRecord record, ZPrint print) {
    Optional<ZPrint> first = record.prints().first(print.businessCounter(), print.kind());
    if (first.isEmpty() && record.prints().reachesNoFurtherThan(print.businessCounter())) {
      return Optional.of(new Printed(print, true));
    }
    return first.map(it -> new Printed(it, it.key().isEmpty() || !it.key().equals(print.key())));
  }

  private CompletionStage<Printed> again(Terminal terminal, ZPrint print, int attempt) {
    if (attempt == ATTEMPTS) {
      throw new PortException(
          "terminal-records", Category.UNAVAILABLE, "not saved after " + attempt + " attempts");
    }
    return print(terminal, print, attempt + 1);
  }
}
