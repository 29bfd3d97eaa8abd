package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.model.Transaction;
import java.util.List;
import java.util.Optional;

/** Compares a cart that is closed again with its transaction in the log. */
public final class RecordedSale {

  private RecordedSale() {}

  private record Contents(List<String> lines, List<String> tenders, Money total) {}

  /** How lines, tenders or total differ; empty if they do not. */
  public static Optional<String> difference(Cart cart, Transaction recorded) {
    Contents presented =
        new Contents(lines(cart.lines()), tenders(cart.payments()), cart.totalWithTax());
    Contents logged =
        new Contents(
            lines(recorded.lines()), tenders(recorded.payments()), recorded.sales().totalWithTax());
    return presented.equals(logged)
        ? Optional.empty()
        : Optional.of("presented " + presented + ", in the log " + logged);
  }

  /** How the numbers or the time differ; empty if they do not. */
  public static Optional<String> difference(TerminalNumbers given, Transaction recorded) {
    boolean same =
        given.transactionNo() == recorded.numbers().transactionNo()
            && recorded.numbers().receiptCounter().equals(Optional.of(given.receiptCounter()))
            && given.at().isEqual(recorded.generatedAt());
    return same
        ? Optional.empty()
        : Optional.of(
            "presented "
                + given
                + ", in the log "
                + recorded.numbers()
                + " at "
                + recorded.generatedAt());
  }

  private static List<String> lines(List<LineItem> lines) {
    return lines.stream()
        .filter(LineItem::live)
        .map(line -> line.quantity() + " x " + line.item().itemCode() + " = " + line.amount())
        .toList();
  }

  private static List<String> tenders(List<Payment> payments) {
    return payments.stream()
        .map(payment -> payment.paymentCode() + " " + payment.tenderedAmount())
        .toList();
  }
}
