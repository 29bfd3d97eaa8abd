package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.simulation.Operation.Add;
import dev.poscart.domain.simulation.Operation.CancelLine;
import dev.poscart.domain.simulation.Operation.DiscountSubtotal;
import dev.poscart.domain.simulation.Operation.Pay;
import dev.poscart.domain.simulation.Operation.Price;
import dev.poscart.domain.simulation.Operation.Quantity;
import dev.poscart.domain.simulation.Operation.Resume;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A cart finally contains what was requested: confirmed changes once, refused ones not at all, and
 * those with an unknown outcome once or not at all.
 */
final class ContentChecks {

  private final Violations violations;
  private final Cart stored;
  private final List<Attempt> attempts;

  ContentChecks(Violations violations, Cart stored, List<Attempt> attempts) {
    this.violations = violations;
    this.stored = stored;
    this.attempts = attempts;
  }

  void run() {
    for (Attempt attempt : attempts) {
      if (attempt.operation() instanceof Add add) {
        add.entries().forEach(entry -> entered(attempt, entry));
      }
      if (attempt.operation() instanceof Pay pay) {
        pay.tenders().forEach(tender -> taken(attempt, tender));
      }
      if (attempt.operation() instanceof DiscountSubtotal discount) {
        discount.tags().forEach(tag -> discounted(attempt, tag));
      }
    }
    nothingElse();
  }

  private void entered(Attempt attempt, KeyedItem entry) {
    List<LineItem> lines = lines(stored, entry).toList();
    expectTimes(attempt, lines.size(), "an entered item is in the cart as often as was answered");
    for (LineItem line : lines) {
      changed(line, entry);
      cancelled(line);
    }
  }

  private void changed(LineItem line, KeyedItem entry) {
    int no = line.lineNo();
    expectValue(
        "a line has the quantity that it was given last",
        line.quantity(),
        entry.quantity(),
        operation ->
            operation instanceof Quantity change && change.lineNo() == no
                ? Optional.of(change.quantity())
                : Optional.empty());
    Money first =
        entry
            .unitPrice()
            .filter(Money::isPositive)
            .orElseGet(() -> Shops.price(number(entry.code())));
    expectValue(
        "a line has the price that it was given last",
        line.unitPrice(),
        first,
        operation ->
            operation instanceof Price change && change.lineNo() == no
                ? Optional.of(Money.of(change.yen()))
                : Optional.empty());
  }

  private void cancelled(LineItem line) {
    Predicate<Attempt> cancels =
        other -> other.operation() instanceof CancelLine cancel && cancel.lineNo() == line.lineNo();
    violations.expect(
        line.cancelled()
            ? attempts.stream().anyMatch(cancels.and(Attempt::mayBeDone))
            : attempts.stream().noneMatch(cancels.and(Attempt::isDone)),
        "a line is cancelled if a request cancelled it",
        line + " " + stored.id());
  }

  /** A value is the first one, or one that was set and not certainly overwritten. */
  private <T> void expectValue(
      String promise, T value, T first, Function<Operation, Optional<T>> given) {
    List<Attempt> changes =
        attempts.stream()
            .filter(attempt -> given.apply(attempt.operation()).isPresent())
            .filter(Attempt::mayBeDone)
            .toList();
    boolean explained =
        (value.equals(first) && changes.stream().noneMatch(Attempt::isDone))
            || changes.stream()
                .filter(change -> given.apply(change.operation()).equals(Optional.of(value)))
                .anyMatch(
                    change ->
                        changes.stream()
                            .noneMatch(later -> later.isDone() && change.isBefore(later)));
    violations.expect(explained, promise, value, first, changes);
  }

  private void taken(Attempt attempt, Tender tender) {
    long times = payments(stored, tender);
    boolean dropped = isFollowedBy(attempt, Resume.class);
    if (times > 0 || !dropped) {
      expectTimes(attempt, times, "a tender is in the cart as often as was answered");
    }
    stored.payments().stream()
        .filter(payment -> payment.detail().equals(tender.detail()))
        .forEach(
            payment ->
                violations.expect(
                    payment.tenderedAmount().equals(tender.amount())
                        && payment.paymentCode().equals(tender.paymentCode()),
                    "a tender is recorded as it was handed over",
                    payment,
                    tender));
  }

  private void discounted(Attempt attempt, String tag) {
    long times =
        stored.subtotalDiscounts().stream()
            .filter(discount -> discount.detail().equals(Optional.of(tag)))
            .count();
    boolean dropped =
        isFollowedBy(attempt, Resume.class) || isFollowedBy(attempt, DiscountSubtotal.class);
    if (times > 0 || !dropped) {
      expectTimes(attempt, times, "a discount is in the cart as often as was answered");
    }
  }

  /** Whether an operation of this kind may have taken effect afterwards. */
  private boolean isFollowedBy(Attempt attempt, Class<? extends Operation> kind) {
    return attempts.stream()
        .filter(other -> other != attempt && kind.isInstance(other.operation()))
        .anyMatch(other -> other.mayBeDone() && other.until() > attempt.from());
  }

  private void expectTimes(Attempt attempt, long times, String promise) {
    boolean kept = attempt.isDone() ? times == 1 : attempt.mayBeDone() ? times <= 1 : times == 0;
    violations.expect(kept, promise, times, attempt);
  }

  private void nothingElse() {
    for (LineItem line : stored.lines()) {
      violations.expect(
          attempts.stream()
              .anyMatch(
                  attempt ->
                      attempt.operation() instanceof Add add
                          && add.entries().stream()
                              .anyMatch(e -> e.code().equals(line.item().itemCode()))),
          "a cart holds what was entered into it",
          line);
    }
    for (Payment payment : stored.payments()) {
      violations.expect(
          attempts.stream()
              .anyMatch(
                  attempt ->
                      attempt.operation() instanceof Pay pay
                          && pay.tenders().stream()
                              .anyMatch(t -> t.detail().equals(payment.detail()))),
          "a cart holds what was paid for it",
          payment);
    }
  }

  private static Stream<LineItem> lines(Cart cart, KeyedItem entry) {
    return cart.lines().stream().filter(line -> line.item().itemCode().equals(entry.code()));
  }

  private static long payments(Cart cart, Tender tender) {
    return cart.payments().stream()
        .filter(payment -> payment.detail().equals(tender.detail()))
        .count();
  }

  private static int number(String itemCode) {
    return Integer.parseInt(itemCode.substring(1));
  }
}
