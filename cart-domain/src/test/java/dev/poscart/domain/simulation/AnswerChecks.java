package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.simulation.Deed.Add;
import dev.poscart.domain.simulation.Deed.CancelLine;
import dev.poscart.domain.simulation.Deed.Close;
import dev.poscart.domain.simulation.Deed.Park;
import dev.poscart.domain.simulation.Deed.Pay;
import dev.poscart.domain.simulation.Deed.Price;
import dev.poscart.domain.simulation.Deed.Quantity;
import dev.poscart.domain.simulation.Deed.Resume;
import dev.poscart.domain.simulation.Deed.Retrieve;
import dev.poscart.domain.simulation.Deed.Subtotal;
import java.util.List;
import java.util.Optional;

/** The answer to a change shows the change. */
final class AnswerChecks {

  private final Findings findings;
  private final List<Attempt> attempts;

  AnswerChecks(Findings findings, List<Attempt> attempts) {
    this.findings = findings;
    this.attempts = attempts;
  }

  void run() {
    for (List<Attempt> wish : Checker.grouped(attempts).values()) {
      for (Attempt attempt : wish) {
        // What was done before is answered with the cart as it stands by now.
        if (wish.size() == 1 || stays(attempt.deed())) {
          attempt.cart().ifPresent(answer -> answered(attempt, answer.value()));
        }
      }
    }
  }

  private static boolean stays(Deed deed) {
    return deed instanceof Add || deed instanceof CancelLine || deed instanceof Close;
  }

  private void answered(Attempt attempt, Cart cart) {
    Deed deed = attempt.deed();
    boolean shown = true;
    if (deed instanceof Add add) {
      shown = add.entries().stream().allMatch(entry -> lines(cart, entry) == 1);
    } else if (deed instanceof Quantity change) {
      shown = line(cart, change.lineNo()).quantity() == change.quantity();
    } else if (deed instanceof Price change) {
      shown = line(cart, change.lineNo()).unitPrice().equals(Money.of(change.yen()));
    } else if (deed instanceof CancelLine cancel) {
      shown = line(cart, cancel.lineNo()).cancelled();
    } else if (deed instanceof Subtotal) {
      shown = cart.status() == CartStatus.PAYING;
    } else if (deed instanceof Resume) {
      shown = cart.status() == CartStatus.ENTERING_ITEM && cart.payments().isEmpty();
    } else if (deed instanceof Pay pay) {
      shown = pay.tenders().stream().allMatch(tender -> payments(cart, tender) == 1);
    } else if (deed instanceof Park park) {
      shown = cart.parked().flatMap(mark -> mark.note()).equals(Optional.of(park.note()));
    } else if (deed instanceof Retrieve) {
      shown = cart.parked().isEmpty() && cart.terminal().equals(attempt.terminal());
    } else if (deed instanceof Close close) {
      CartStatus end =
          close.kind() == Closing.Kind.BILL ? CartStatus.COMPLETED : CartStatus.CANCELLED;
      shown = cart.status() == end && cart.closed().isPresent();
    }
    findings.expect(shown, "the answer to a change shows the change", attempt);
  }

  private static long lines(Cart cart, KeyedItem entry) {
    return cart.lines().stream()
        .filter(line -> line.item().itemCode().equals(entry.code()))
        .count();
  }

  private static LineItem line(Cart cart, int lineNo) {
    return cart.line(lineNo).orElseThrow();
  }

  private static long payments(Cart cart, Tender tender) {
    return cart.payments().stream()
        .filter(payment -> payment.detail().equals(tender.detail()))
        .count();
  }
}
