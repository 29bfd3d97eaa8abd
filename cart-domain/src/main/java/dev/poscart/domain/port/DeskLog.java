package dev.poscart.domain.port;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.TerminalKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The desk entries of the log. They share the positions of {@link TransactionLog}, whose {@link
 * TransactionLog#findLast} finds the end of both; its other methods do not see them.
 */
public interface DeskLog {

  /** The outcome of {@link #append}. */
  sealed interface Appended {

    /** The entry is in the log, on disk. */
    record Done() implements Appended {}

    /** Another entry of this terminal stands at the position; nothing was written. */
    record PositionTaken() implements Appended {}

    /** The given entry already holds the claim; nothing was written. */
    record ClaimTaken(DeskEntry existing) implements Appended {}
  }

  /**
   * Appends an entry that has a link, if its claim and its position are free. What is taken is told
   * in this order.
   *
   * @return completes with {@link Appended.Done} only once the entry is on disk
   */
  CompletionStage<Appended> append(DeskEntry entry);

  /** Finds the terminal's latest opening or closing. */
  CompletionStage<Optional<DeskEntry>> findLastShift(TerminalKey terminal);

  /**
   * Finds the terminal's entries of all sessions with a business date.
   *
   * @param businessDate {@code YYYYMMDD}
   * @return in the order of their positions
   */
  CompletionStage<List<DeskEntry>> findDay(TerminalKey terminal, String businessDate);
}
