package dev.poscart.domain.sale;

import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of voids and returns. A void reverses a whole sale or a return, with the same payments.
 * A return takes back a sale, whole or in part, with any payments. The void of a return restores
 * what it had taken back. A sale with partial returns can neither be voided nor returned as a
 * whole: return the rest in part too, or void the returns first.
 */
public final class Reversing {

  private static final InputPlace SELECTION = InputPlace.of(InputField.SELECTION);

  private final TillLimits limits;
  private final PaymentRules paymentRules;

  public Reversing(TillLimits limits, PaymentRules paymentRules) {
    this.limits = limits;
    this.paymentRules = paymentRules;
  }

  /**
   * Checks the bounds of tenders before any transaction is read.
   *
   * @param place where the tenders are in the request
   * @throws Refused with {@link Refusal#INVALID_INPUT}
   */
  public void checkTenders(InputPlace place, List<Tender> tenders) {
    limits.checkTenders(place, tenders);
  }

  /**
   * Checks the bounds of a selection: at least one line, no duplicates, no quantity below 1.
   *
   * @throws Refused with {@link Refusal#INVALID_INPUT}
   */
  public void checkSelection(List<ReturnEntry> entries) {
    limits.checkLines(entries.size());
    if (entries.isEmpty()) {
      throw Refused.at(SELECTION, Refusal.INVALID_INPUT, "no entry (expected: at least 1)");
    }
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      ReturnEntry entry = entries.get(i);
      InputPlace at = SELECTION.entry(i);
      limits.checkQuantity(at.then(InputField.QUANTITY), entry.quantity());
      if (!seen.add(entry.lineNo())) {
        throw Refused.at(
            at.then(InputField.LINE_NO), Refusal.INVALID_INPUT, "given before (expected: once)");
      }
    }
  }

  /**
   * Voids a sale or a return.
   *
   * @throws Refused with {@link Refusal#ALREADY_VOIDED}; {@link Refusal#ALREADY_REFUNDED} if pieces
   *     of the sale were returned; {@link Refusal#NOT_FOUND} for an unknown payment method; {@link
   *     Refusal#REFUND_NOT_ALLOWED} if the sale is of another business day and a method does not
   *     allow refunds; {@link Refusal#INVALID_VALUE} if the payments differ from the original, or
   *     the original is itself a void or a cancelled sale
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
   * @param selection the returned pieces; empty: the whole sale
   * @throws Refused with {@link Refusal#ALREADY_REFUNDED} if the whole sale was returned, or pieces
   *     of it and now the whole is requested; {@link Refusal#ALREADY_VOIDED}; {@link
   *     Refusal#NOT_FOUND} for an unknown payment method or line; {@link
   *     Refusal#REFUND_NOT_ALLOWED} if a method does not allow refunds; {@link
   *     Refusal#REFUND_EXCEEDS_PAYMENT} if refunds are limited to the sale's payment methods and
   *     one exceeds the amount paid with it and not yet refunded; {@link Refusal#INVALID_VALUE} if
   *     the payments do not add up to the returned value, too few pieces are left, or the original
   *     is not a sale or was cancelled
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

  /**
   * Tells what a return of these pieces would refund, and what is left to return.
   *
   * @param entries empty: only what is left is asked for
   * @throws Refused as {@link #returned} does for the same pieces
   */
  public ReturnQuote quote(
      Transaction original, SaleHistory history, List<ReturnEntry> entries, OffsetDateTime at) {
    checkNotVoided(original, history);
    if (original.type() != TransactionType.SALE) {
      throw wrongType("return", original);
    }
    checkNotCancelled(original);
    Remainder remainder = new Remainder(original, history.returns());
    return new ReturnQuote(remainder.take(entries, at).owed(), remainder.returnable());
  }

  private static void checkNotVoided(Transaction original, SaleHistory history) {
    if (history.statusOf(original).voided()) {
      throw new Refused(
          Refusal.ALREADY_VOIDED, "Transaction has already been voided: ", named(original));
    }
  }

  private static void checkNothingReturned(Transaction original, SaleHistory history) {
    if (!history.returns().isEmpty()) {
      throw new Refused(
          Refusal.ALREADY_REFUNDED,
          "Transaction has already been refunded",
          history.statusOf(original).refunded() ? ": " : " in part: ",
          named(original));
    }
  }

  /** A cancelled sale kept no money, so there is nothing to refund. */
  private static void checkNotCancelled(Transaction original) {
    if (original.sales().cancelled()) {
      throw new Refused(Refusal.INVALID_VALUE, "The sale was cancelled: ", named(original));
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
        Refusal.INVALID_VALUE, "Cannot ", what, " a transaction of type ", original.type().code());
  }

  private static Subject named(Transaction original) {
    return Subject.transaction(original.numbers().transactionNo());
  }
}
