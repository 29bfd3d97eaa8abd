package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Sells one small cart after the other, so that a bill is in flight most of the time. What was paid
 * is billed in the end, also if the till is closed and opened again before.
 */
final class QuickSeller {

  private static final Tender CASH = new Tender("01", Money.of(500_000), Optional.empty());

  private final World world;
  private final RequestRecorder recorder;
  private final TerminalKey till;
  private final CartInput input;
  private int salesLeft;

  QuickSeller(World world, RequestRecorder recorder, TerminalKey till, int sales) {
    this.world = world;
    this.recorder = recorder;
    this.till = till;
    this.input = new CartInput(world.chance(), recorder::tag);
    this.salesLeft = sales;
  }

  /** A change of a cart. */
  private interface Change
      extends BiFunction<Service, ChangeContext, CompletionStage<Versioned<Cart>>> {}

  boolean isDone() {
    return salesLeft <= 0;
  }

  void start() {
    later(this::open);
  }

  private void open() {
    if (isDone()) {
      return;
    }
    salesLeft--;
    recorder.ask(
        till,
        new Operation.Create(),
        (service, context) -> service.carts().create(context, Optional.empty(), Customer.UNKNOWN),
        attempt -> attempt.created().ifPresentOrElse(this::add, this::start));
  }

  private void add(CartId id) {
    var items = input.items();
    step(
        new Operation.Add(id, items),
        (service, context) -> service.carts().addItems(context, id, items),
        added -> subtotal(id));
  }

  private void subtotal(CartId id) {
    step(
        new Operation.Subtotal(id),
        (service, context) -> service.carts().subtotal(context, id),
        asked -> pay(id));
  }

  private void pay(CartId id) {
    step(
        new Operation.Pay(id, List.of(CASH)),
        (service, context) -> service.carts().pay(context, id, List.of(CASH)),
        paid -> bill(id));
  }

  private void bill(CartId id) {
    step(
        new Operation.Close(id, Closing.Kind.BILL),
        (service, context) -> service.carts().bill(context, id),
        billed -> start());
  }

  /** Goes on after success, and with another customer after a refusal. */
  private void step(Operation operation, Change change, Consumer<Attempt> then) {
    step(operation, change, recorder.key(), then);
  }

  private void step(Operation operation, Change change, ChangeId key, Consumer<Attempt> then) {
    recorder.ask(
        till,
        operation,
        Optional.of(key),
        change,
        attempt -> {
          if (attempt.isDone()) {
            then.accept(attempt);
          } else if (mayBeRepeated(attempt)) {
            later(() -> step(operation, change, key, then));
          } else {
            start();
          }
        });
  }

  /** Also what is refused only because the till is closed, or no staff is signed in. */
  private static boolean mayBeRepeated(Attempt attempt) {
    boolean isClosed =
        attempt.operation() instanceof Operation.Close
            && attempt.outcome() instanceof Outcome.Rejected<?> rejected
            && (rejected.refusal() == Refusal.TERMINAL_NOT_OPENED
                || rejected.refusal() == Refusal.STAFF_NOT_SIGNED_IN);
    return isClosed || attempt.outcome().isUnanswered();
  }

  private void later(Runnable body) {
    world.time().in(world.chance().micros(5 * MILLISECOND, 2 * SECOND), body);
  }
}
