package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A transaction in the log, which never changes.
 *
 * @param terminal the terminal that it belongs to and whose number it has
 * @param numbers what terminals and receipts call it; the log identifies it by {@link #position}
 * @param claim unique within the tenant's log: the cart that it closes, or the place in the history
 *     of the sale that it reverses. A repeated closing is recognized by its claim
 * @param session that of the terminal when the entry was decided
 * @param generatedAt when the sale was closed, to the microsecond
 * @param eventId id of the event for the peer services, a UUID
 * @param link its place in the log and its link to the terminal's previous entry; empty before it
 *     is appended, and in entries of versions without hash chain
 */
public record Transaction(
    TerminalKey terminal,
    IssuedNumbers numbers,
    TransactionType type,
    String claim,
    String storeName,
    TerminalSession session,
    OffsetDateTime generatedAt,
    Customer customer,
    Sales sales,
    List<LineItem> lines,
    List<Payment> payments,
    List<TaxAmount> taxes,
    List<Discount> subtotalDiscounts,
    Optional<Origin> origin,
    Staff staff,
    ReceiptSettings receipt,
    String receiptText,
    String journalText,
    String eventId,
    Optional<ChainLink> link)
    implements LogEntry {

  private static final String CART = "cart:";

  public Transaction {
    lines = List.copyOf(lines);
    payments = List.copyOf(payments);
    taxes = List.copyOf(taxes);
    subtotalDiscounts = List.copyOf(subtotalDiscounts);
  }

  /** The claim of a transaction that closes a cart. */
  public static String claimOf(CartId cart) {
    return CART + cart.value();
  }

  /** The cart that it closes. A void or a return has an id of its own. */
  public CartId cartId() {
    return new CartId(claim.startsWith(CART) ? claim.substring(CART.length()) : eventId);
  }

  /** What terminals and receipts call it. */
  public TransactionKey key() {
    return new TransactionKey(terminal, numbers.transactionNo());
  }

  @Override
  public LogPosition position() {
    return new LogPosition(
        terminal, link.flatMap(ChainLink::position).orElse(numbers.transactionNo()));
  }

  /** This entry with its printed texts. */
  public Transaction withTexts(String newReceiptText, String newJournalText) {
    return with(session, claim, newReceiptText, newJournalText, link);
  }

  /** This entry at its place in the log, linked to the previous one. */
  public Transaction withLink(ChainLink newLink) {
    return with(session, claim, receiptText, journalText, Optional.of(newLink));
  }

  /** This entry in another session. */
  public Transaction withSession(TerminalSession newSession) {
    return session.equals(newSession)
        ? this
        : with(newSession, claim, receiptText, journalText, link);
  }

  /** This entry under another claim. */
  public Transaction withClaim(String newClaim) {
    return with(session, newClaim, receiptText, journalText, link);
  }

  private Transaction with(
      TerminalSession newSession,
      String newClaim,
      String newReceiptText,
      String newJournalText,
      Optional<ChainLink> newLink) {
    return new Transaction(
        terminal,
        numbers,
        type,
        newClaim,
        storeName,
        newSession,
        generatedAt,
        customer,
        sales,
        lines,
        payments,
        taxes,
        subtotalDiscounts,
        origin,
        staff,
        receipt,
        newReceiptText,
        newJournalText,
        eventId,
        newLink);
  }
}
