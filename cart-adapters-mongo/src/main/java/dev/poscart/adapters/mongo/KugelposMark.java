package dev.poscart.adapters.mongo;

import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Kugelpos's mark that a transaction was voided, or a sale returned.
 *
 * @param entry the marked transaction
 * @param voided whether it was voided; otherwise it was returned
 * @param byNumber the number of the void or return; 0 if the mark does not say
 * @param at when it was made
 */
record KugelposMark(LogPosition entry, boolean voided, int byNumber, Optional<OffsetDateTime> at) {

  private static final int NONE = -1;

  /** The mark, with voided winning over returned; a void undoes everything. */
  static KugelposMark read(String tenantId, Document stored) {
    LogPosition entry =
        new LogPosition(
            new TerminalKey(
                tenantId, stored.getString("store_code"), number(stored, "terminal_no")),
            number(stored, "transaction_no"));
    boolean voided = stored.getBoolean("is_voided", false);
    String kind = voided ? "void" : "return";
    boolean marked = voided || stored.getBoolean("is_refunded", false);
    return new KugelposMark(
        entry,
        voided,
        marked ? number(stored, kind + "_transaction_no") : NONE,
        Optional.ofNullable(stored.getString(kind + "_date_time")).map(OffsetDateTime::parse));
  }

  private static int number(Document stored, String field) {
    return stored.get(field, (Number) 0).intValue();
  }

  /** Whether no entry of the log explains the mark. */
  boolean isMissingIn(List<Transaction> reversals) {
    return byNumber != NONE
        && reversals.stream()
            .filter(reversal -> reversal.origin().filter(this::isOfThis).isPresent())
            .noneMatch(this::isThis);
  }

  private boolean isOfThis(Origin origin) {
    return origin.position().equals(entry);
  }

  private boolean isThis(Transaction reversal) {
    boolean isReturn = reversal.type() == TransactionType.RETURN;
    return voided
        ? !isReturn
        : isReturn && (byNumber == 0 || reversal.numbers().transactionNo() == byNumber);
  }

  /** The reversal itself, without a claim, as far as the mark and the marked transaction tell. */
  Transaction reversal(Transaction original) {
    TransactionType type =
        !voided
            ? TransactionType.RETURN
            : original.type() == TransactionType.RETURN
                ? TransactionType.VOID_RETURN
                : TransactionType.VOID_SALE;
    return new Transaction(
        original.terminal(),
        new IssuedNumbers(byNumber, original.numbers().receiptNo()),
        type,
        "",
        original.storeName(),
        original.session(),
        at.orElseGet(original::generatedAt),
        original.customer(),
        original.sales(),
        original.lines(),
        original.payments(),
        original.taxes(),
        original.subtotalDiscounts(),
        Optional.of(Origin.of(original)),
        original.staff(),
        original.receipt(),
        "",
        "",
        "",
        Optional.empty());
  }
}
