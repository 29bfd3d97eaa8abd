package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.simulation.Operation.Add;
import dev.poscart.domain.simulation.Operation.CancelLine;
import dev.poscart.domain.simulation.Operation.Close;
import dev.poscart.domain.simulation.Operation.Park;
import dev.poscart.domain.simulation.Operation.Pay;
import dev.poscart.domain.simulation.Operation.Price;
import dev.poscart.domain.simulation.Operation.Quantity;
import dev.poscart.domain.simulation.Operation.Resume;
import dev.poscart.domain.simulation.Operation.Retrieve;
import dev.poscart.domain.simulation.Operation.Subtotal;
import java.util.List;
import java.util.Optional;

/** The answer to a change shows the change. */
final class AnswerChecks {

  private final Violations violations;
  private final List<Attempt> attempts;

  AnswerChecks(Violations violations, List<Attempt> attempts) {
    this.violations = violations;
    this.attempts = attempts;
  }

  void run() {
    for (List<Attempt> request : InvariantChecker.grouped(attempts).values()) {
      for (Attempt attempt : request) {
        // A change made before is answered with the current cart.
        if (request.size() == 1 || stays(attempt.operation())) {
          attempt.cart().ifPresent(answer -> answered(attempt, answer.value()));
        }
      }
    }
  }

  private static boolean stays(Operation operation) {
    return operation instanceof Add
        || operation instanceof CancelLine
        || operation instanceof Close;
  }

  private void answered(Attempt attempt, Cart cart) {
    Operation operation = attempt.operation();
    boolean shown = true;
    if (operation instanceof Add add) {
      shown = add.entries().stream().allMatch(entry -> lines(cart, entry) == 1);
    } else if (operation instanceof Quantity change) {
      shown = line(cart, change.lineNo()).quantity() == change.quantity();
    } else if (operation instanceof Price change) {
      shown = line(cart, change.lineNo()).unitPrice().equals(Money.of(change.yen()));
    } else if (operation instanceof CancelLine cancel) {
      shown = line(cart, cancel.lineNo()).cancelled();
    } else if (operation instanceof Subtotal) {
      shown = cart.status() == CartStatus.PAYING;
    } else if (operation instanceof Resume) {
      shown = cart.status() == CartStatus.ENTERING_ITEM && cart.payments().isEmpty();
    } else if (operation instanceof Pay pay) {
      shown = pay.tenders().stream().allMatch(tender -> payments(cart, tender) == 1);
    } else if (operation instanceof Park park) {
      shown = cart.parked().flatMap(mark -> mark.note()).equals(Optional.of(park.note()));
    } else if (operation instanceof Retrieve) {
      shown = cart.parked().isEmpty() && cart.terminal().equals(attempt.terminal());
    } else if (operation instanceof Close close) {
      CartStatus end =
          close.kind() == Closing.Kind.BILL ? CartStatus.COMPLETED : CartStatus.CANCELLED;
      shown = cart.status() == end && cart.closed().isPresent();
    }
    violations.expect(shown, "the answer to a change shows the change", attempt);
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
