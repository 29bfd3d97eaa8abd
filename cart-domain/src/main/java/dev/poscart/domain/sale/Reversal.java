package dev.poscart.domain.sale;

import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.Optional;

/** A void or a return that the rules allow, before it gets its numbers and its place in the log. */
public final class Reversal {

  private final TransactionType type;
  private final Transaction original;
  private final ReversalClaim claim;
  private final SalePart part;
  private final Refund refund;
  private final ReversingTill till;

  Reversal(
      TransactionType type,
      Transaction original,
      ReversalClaim claim,
      SalePart part,
      Refund refund,
      ReversingTill till) {
    this.type = type;
    this.original = original;
    this.claim = claim;
    this.part = part;
    this.refund = refund;
    this.till = till;
  }

  /** The terminal that it belongs to. */
  public TerminalKey terminal() {
    return till.terminal();
  }

  /** The log entry, without its printed texts. */
  public Transaction transaction(IssuedNumbers numbers) {
    return new Transaction(
        till.terminal(),
        numbers,
        type,
        claim.text(),
        till.storeName(),
        till.session(),
        till.at(),
        original.customer(),
        part.sales().withCashRounding(refund.cashRounding()),
        part.lines(),
        refund.payments(),
        part.taxes(),
        part.subtotalDiscounts(),
        Optional.of(Origin.of(original)),
        till.staff(),
        receipt(),
        "",
        "",
        till.eventId(),
        Optional.empty());
  }

  /** The original's headers and footers, with the receipt number range of this terminal. */
  private ReceiptSettings receipt() {
    ReceiptSettings printed = original.receipt();
    return new ReceiptSettings(
        till.receiptNumbers(),
        printed.registrationNumber(),
        printed.headers(),
        printed.footers(),
        printed.longItemNames(),
        printed.format());
  }
}
