package dev.poscart.domain.usecase.delivery;

import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskEntry.Kind;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.receipt.PrintedReceipt;
import dev.poscart.domain.receipt.ReceiptPrinter;
import java.util.Optional;
import java.util.UUID;

/**
 * The float of an opening as a movement of cash, as kugelpos's peers expect it. The log has it
 * within the opening, so the event is derived from that each time; its id is the opening's with the
 * last bit turned, by which each leads to the other.
 */
final class OpeningFloat {

  /** Kugelpos's word for it. */
  private static final String DESCRIPTION = "Initial amount";

  private OpeningFloat() {}

  /** The movement; empty unless the event is an opening with a float, which may be zero. */
  static Optional<DeskEntry> of(LogEntry event) {
    return event instanceof DeskEntry entry && entry.kind() == Kind.OPENED
        ? entry
            .state()
            .openingFloat()
            .map(amount -> movement(entry, new CashMovement(amount, DESCRIPTION)))
        : Optional.empty();
  }

  private static DeskEntry movement(DeskEntry opening, CashMovement cash) {
    DeskEntry movement =
        new DeskEntry(
            opening.terminal(),
            Kind.CASH_IN,
            opening.claim(),
            opening.changeId(),
            opening.storeName(),
            opening.state(),
            Optional.of(cash),
            Optional.empty(),
            opening.generatedAt(),
            opening.numbers(),
            "",
            "",
            partnerOf(opening.eventId())
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "event id: " + opening.eventId() + " (expected: a UUID)")),
            opening.link());
    PrintedReceipt slip = ReceiptPrinter.print(movement);
    return movement.withTexts(slip.receiptText(), slip.journalText());
  }

  /** The id of the opening for that of its float, and the other way round; empty for other ids. */
  static Optional<String> partnerOf(String eventId) {
    try {
      UUID id = UUID.fromString(eventId);
      return Optional.of(
          new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
