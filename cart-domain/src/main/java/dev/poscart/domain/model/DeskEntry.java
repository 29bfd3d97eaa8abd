package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * What happened at the desk of a terminal: it was opened or closed, or cash was put in or taken
 * out.
 *
 * @param claim unique within the tenant's log: a session is opened once and closed once, a cash
 *     movement is recorded once
 * @param changeId id of the request that caused it, if a repeated one is to be recognized
 * @param state of the terminal after the entry
 * @param cash of a cash movement
 * @param counts of a closing
 * @param numbers of the last transaction before the entry, zeros if there is none
 * @param generatedAt to the microsecond
 */
public record DeskEntry(
    TerminalKey terminal,
    Kind kind,
    String claim,
    Optional<String> changeId,
    String storeName,
    DeskState state,
    Optional<CashMovement> cash,
    Optional<SessionCounts> counts,
    OffsetDateTime generatedAt,
    IssuedNumbers numbers,
    String receiptText,
    String journalText,
    String eventId,
    Optional<ChainLink> link)
    implements LogEntry {

  /** The numbers before the first transaction. */
  public static final IssuedNumbers NO_NUMBERS = new IssuedNumbers(0, 0);

  /** What happened. */
  public enum Kind {
    OPENED(301),
    CLOSED(302),
    CASH_IN(401),
    CASH_OUT(402);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The number in journals; greater than those of {@link TransactionType}. */
    public int code() {
      return code;
    }

    public static Optional<Kind> of(int code) {
      return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }

    /** Whether it moves cash; openings and closings do not. */
    public boolean isCash() {
      return this == CASH_IN || this == CASH_OUT;
    }
  }

  public DeskEntry {
    if (kind.isCash() != cash.isPresent()) {
      throw new IllegalArgumentException(
          "cash of " + kind + ": " + cash + " (expected: only of a cash movement)");
    }
    if (counts.isPresent() != (kind == Kind.CLOSED)) {
      throw new IllegalArgumentException(
          "counts of " + kind + ": " + counts + " (expected: only of a closing)");
    }
  }

  /** The session that it belongs to. */
  @Override
  public TerminalSession session() {
    return state.session();
  }

  /** The moved cash: negative if it was taken out, zero if none was moved. */
  public Money signedAmount() {
    Money amount = cash.map(CashMovement::amount).orElse(Money.ZERO);
    return kind == Kind.CASH_OUT ? amount.negated() : amount;
  }

  @Override
  public LogPosition position() {
    return new LogPosition(
        terminal,
        link.flatMap(ChainLink::position)
            .orElseThrow(() -> new IllegalStateException("desk entry has no position: " + claim)));
  }

  /** This entry after the transaction with these numbers. */
  public DeskEntry after(IssuedNumbers last) {
    return with(last, receiptText, journalText, link);
  }

  /** This entry with its printed texts. */
  public DeskEntry withTexts(String newReceiptText, String newJournalText) {
    return with(numbers, newReceiptText, newJournalText, link);
  }

  /** This entry at its place in the log, linked to the previous one. */
  public DeskEntry withLink(ChainLink newLink) {
    return with(numbers, receiptText, journalText, Optional.of(newLink));
  }

  private DeskEntry with(
      IssuedNumbers newNumbers,
      String newReceiptText,
      String newJournalText,
      Optional<ChainLink> newLink) {
    return new DeskEntry(
        terminal,
        kind,
        claim,
        changeId,
        storeName,
        state,
        cash,
        counts,
        generatedAt,
        newNumbers,
        newReceiptText,
        newJournalText,
        eventId,
        newLink);
  }
}
