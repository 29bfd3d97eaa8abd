package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the transaction log. Never changed once it is in the log.
 *
 * @param terminal the till it belongs to; its number is that till's
 * @param claim what this entry takes for itself, unique within the tenant's log: the cart that it
 *     closes, or the sale that it reverses. Appending the same claim twice is how a repeated
 *     closing is told from a new one
 * @param session the terminal's when the entry was decided
 * @param generatedAt when the sale was closed, to the microsecond
 * @param eventId id of the event that tells the peer services, a UUID
 * @param link ties it to the till's entry before; empty: not appended yet, or by a version that did
 *     not chain
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
    Optional<ChainLink> link) {

  public Transaction {
    lines = List.copyOf(lines);
    payments = List.copyOf(payments);
    taxes = List.copyOf(taxes);
    subtotalDiscounts = List.copyOf(subtotalDiscounts);
  }

  /** The claim of a transaction that closes a cart. */
  public static String claimOf(CartId cart) {
    return "cart:" + cart.value();
  }

  public TransactionKey key() {
    return new TransactionKey(terminal, numbers.transactionNo());
  }

  /** The same entry with its printed texts. */
  public Transaction withTexts(String newReceiptText, String newJournalText) {
    return new Transaction(
        terminal,
        numbers,
        type,
        claim,
        storeName,
        session,
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
        link);
  }

  /** The same entry tied to the one before it. */
  public Transaction withLink(ChainLink newLink) {
    return new Transaction(
        terminal,
        numbers,
        type,
        claim,
        storeName,
        session,
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
        receiptText,
        journalText,
        eventId,
        Optional.of(newLink));
  }
}
