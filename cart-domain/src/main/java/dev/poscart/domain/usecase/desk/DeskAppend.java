package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.DeskLog.Appended;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.receipt.PrintedReceipt;
import dev.poscart.domain.receipt.ReceiptPrinter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Appends desk entries: (1) reads the end of the terminal's log, (2) decides on the entry from the
 * state at that time, (3) appends it at the next position. If that is taken meanwhile, a sale or
 * another entry came first, and everything is decided anew.
 */
final class DeskAppend {

  private static final int ATTEMPTS = 256;

  private final TransactionLog transactions;
  private final DeskLog log;

  DeskAppend(TransactionLog transactions, DeskLog log) {
    this.transactions = transactions;
    this.log = log;
  }

  /**
   * What an attempt has decided.
   *
   * @param isMade whether an earlier attempt of the same request has appended the entry
   */
  record Decided(DeskEntry entry, boolean isMade) {}

  /**
   * Appends an entry.
   *
   * @param decision without numbers, texts and place; or refuses
   */
  CompletionStage<DeskEntry> append(
      TerminalKey terminal, Supplier<CompletionStage<Decided>> decision) {
    return append(terminal, decision, 1);
  }

  private CompletionStage<DeskEntry> append(
      TerminalKey terminal, Supplier<CompletionStage<Decided>> decision, int attempt) {
    return transactions
        .findLast(terminal)
        .thenCompose(
            last ->
                decision
                    .get()
                    .thenCompose(
                        decided ->
                            decided.isMade()
                                ? Stages.completed(decided.entry())
                                : append(following(decided.entry(), last), decision, attempt)));
  }

  private CompletionStage<DeskEntry> append(
      DeskEntry entry, Supplier<CompletionStage<Decided>> decision, int attempt) {
    return log.append(entry)
        .thenCompose(
            outcome -> {
              if (outcome instanceof Appended.Done) {
                return Stages.completed(entry);
              }
              if (outcome instanceof Appended.ClaimTaken taken
                  && taken.existing().eventId().equals(entry.eventId())) {
                return Stages.completed(taken.existing());
              }
              return attempt == ATTEMPTS
                  ? CompletableFuture.failedFuture(
                      new PortException(
                          "desk-log",
                          Category.UNAVAILABLE,
                          "no position after " + attempt + " attempts"))
                  : append(entry.terminal(), decision, attempt + 1);
            });
  }

  private static DeskEntry following(DeskEntry decided, Optional<LogEnd> last) {
    DeskEntry numbered = decided.after(last.map(LogEnd::numbers).orElse(DeskEntry.NO_NUMBERS));
    PrintedReceipt slip = ReceiptPrinter.print(numbered);
    return Chain.tie(numbered.withTexts(slip.receiptText(), slip.journalText()), last);
  }
}
