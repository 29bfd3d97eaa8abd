package dev.poscart.domain.sale;

import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of voids and returns. A void takes back a whole sale or a return, with the payments as
 * they were. A return takes back a sale, whole or in pieces, with any payments. The void of a
 * return opens what it had returned again. A sale of which pieces came back can neither be voided
 * nor be returned whole: what is left of it comes back in pieces too, or the returns are voided
 * first.
 */
public final class Reversing {

  private final TillLimits limits;
  private final PaymentRules paymentRules;

  public Reversing(TillLimits limits, PaymentRules paymentRules) {
    this.limits = limits;
    this.paymentRules = paymentRules;
  }

  /**
   * Checks the bounds of what was sent before any transaction is looked at.
   *
   * @param field where the tenders stand in the request
   * @throws Refused with {@link Refusal#INVALID_INPUT}
   */
  public void checkTenders(String field, List<Tender> tenders) {
    limits.checkEntries(field, tenders.size());
    for (int i = 0; i < tenders.size(); i++) {
      limits.checkTender(field + " -> " + i + " -> amount", tenders.get(i).amount());
    }
  }

  /**
   * Checks the bounds of a selection: at least one line, none twice, no quantity below 1.
   *
   * @throws Refused with {@link Refusal#INVALID_INPUT}
   */
  public void checkSelection(String field, List<ReturnEntry> entries) {
    limits.checkLines(entries.size());
    if (entries.isEmpty()) {
      throw new Refused(Refusal.INVALID_INPUT, field + ": no entry (expected: at least 1)");
    }
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      ReturnEntry entry = entries.get(i);
      limits.checkQuantity(field + " -> " + i + " -> quantity", entry.quantity());
      if (!seen.add(entry.lineNo())) {
        throw new Refused(
            Refusal.INVALID_INPUT,
            field + " -> " + i + " -> lineNo: given before (expected: once)");
      }
    }
  }

  /**
   * Voids a sale or a return.
   *
   * @throws Refused with {@link Refusal#ALREADY_VOIDED}, {@link Refusal#ALREADY_REFUNDED} if pieces
   *     of the sale came back, {@link Refusal#NOT_FOUND} for an unknown payment method, {@link
   *     Refusal#REFUND_NOT_ALLOWED} if the sale is of another business day and a method takes no
   *     refunds, {@link Refusal#INVALID_VALUE} if the payments are not those of the original, or it
   *     is itself a void or a cancelled sale
   */
  public Reversal voided(
      Transaction original,
      SaleHistory history,
      List<Tender> tenders,
      Map<String, PaymentMethod> methods,
      ReversingTill till) {
    checkNotVoided(original, history);
    if (original.type() == TransactionType.SALE) {
      checkNothingReturned(original, history);
    }
    checkNotCancelled(original);
    Refund refund =
        new VoidPayments(new RefundMethods(paymentRules.tenderRules(), methods), original)
            .of(till.session().businessDate(), tenders);
    SalePart all = SalePart.whole(original, till.at());
    return new Reversal(voidOf(original), original, history.next(), all, refund, till);
  }

  /**
   * Returns a sale.
   *
   * @param selection the pieces that come back; empty: the whole sale
   * @throws Refused with {@link Refusal#ALREADY_REFUNDED} if all of the sale came back, or some
   *     pieces of it and now the whole is meant, {@link Refusal#ALREADY_VOIDED}, {@link
   *     Refusal#NOT_FOUND} for an unknown payment method or line, {@link
   *     Refusal#REFUND_NOT_ALLOWED} if a method takes no refunds, {@link
   *     Refusal#REFUND_EXCEEDS_PAYMENT} if refunds go to the tenders of the sale and one gets more
   *     than was paid with it and is not yet paid back, {@link Refusal#INVALID_VALUE} if the
   *     payments do not sum to what is returned, more pieces are meant than are left, or it is no
   *     sale or a cancelled one
   */
  public Reversal returned(
      Transaction original,
      SaleHistory history,
      Optional<List<ReturnEntry>> selection,
      List<Tender> tenders,
      Map<String, PaymentMethod> methods,
      ReversingTill till) {
    if (history.statusOf(original).refunded()
        || (selection.isEmpty() && original.type() == TransactionType.SALE)) {
      checkNothingReturned(original, history);
    }
    checkNotVoided(original, history);
    if (original.type() != TransactionType.SALE) {
      throw wrongType("return", original);
    }
    checkNotCancelled(original);
    SalePart part =
        selection
            .map(entries -> new Remainder(original, history.returns()).take(entries, till.at()))
            .orElseGet(() -> SalePart.whole(original, till.at()));
    RefundMethods by = new RefundMethods(paymentRules.tenderRules(), methods);
    Refund refund =
        new ReturnPayments(paymentRules, by, original, history.returns()).of(part.owed(), tenders);
    return new Reversal(TransactionType.RETURN, original, history.next(), part, refund, till);
  }

  private static void checkNotVoided(Transaction original, SaleHistory history) {
    if (history.statusOf(original).voided()) {
      throw new Refused(
          Refusal.ALREADY_VOIDED, "Transaction has already been voided: " + named(original));
    }
  }

  private static void checkNothingReturned(Transaction original, SaleHistory history) {
    if (!history.returns().isEmpty()) {
      throw new Refused(
          Refusal.ALREADY_REFUNDED,
          "Transaction has already been refunded"
              + (history.statusOf(original).refunded() ? ": " : " in part: ")
              + named(original));
    }
  }

  /** Nothing was handed over and what was paid was not kept: there is nothing to give back. */
  private static void checkNotCancelled(Transaction original) {
    if (original.sales().cancelled()) {
      throw new Refused(Refusal.INVALID_VALUE, "The sale was cancelled: " + named(original));
    }
  }

  private static TransactionType voidOf(Transaction original) {
    return switch (original.type()) {
      case SALE -> TransactionType.VOID_SALE;
      case RETURN -> TransactionType.VOID_RETURN;
      case VOID_SALE, VOID_RETURN -> throw wrongType("void", original);
    };
  }

  private static Refused wrongType(String what, Transaction original) {
    return new Refused(
        Refusal.INVALID_VALUE,
        "Cannot " + what + " a transaction of type " + original.type().code());
  }

  private static String named(Transaction original) {
    return "transaction_no->" + original.numbers().transactionNo();
  }
}
