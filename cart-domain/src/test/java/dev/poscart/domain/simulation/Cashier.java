package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartPage;
import dev.poscart.domain.simulation.Operation.Create;
import dev.poscart.domain.simulation.Operation.ListParked;
import dev.poscart.domain.simulation.Operation.Read;
import dev.poscart.domain.simulation.Operation.Retrieve;
import java.util.List;
import java.util.Optional;

/**
 * One cashier at one till: opens carts, changes them, and reacts to missing answers like a cashier:
 * repeats, looks, continues regardless, or leaves the cart and takes a new one.
 */
final class Cashier {

  private final World world;
  private final RequestRecorder recorder;
  private final Board board;
  private final TerminalKey till;
  private final CartWorkload workload;
  private final ReversalWorkload reversals;
  private final long pace;
  private final boolean hasKeys;
  private int turns;
  private Optional<CartId> cart = Optional.empty();
  private Optional<Cart> seen = Optional.empty();

  Cashier(World world, RequestRecorder recorder, Board board, TerminalKey till, int turns) {
    this.world = world;
    this.recorder = recorder;
    this.board = board;
    this.till = till;
    this.turns = turns;
    this.pace = world.chance().of(List.of(2 * MILLISECOND, 50 * MILLISECOND, 500 * MILLISECOND));
    this.hasKeys = world.chance().percent(60);
    this.workload = new CartWorkload(world, recorder, till, hasKeys, this::heard);
    this.reversals = new ReversalWorkload(world, recorder, board, till, hasKeys, this::heard);
  }

  boolean isDone() {
    return turns <= 0;
  }

  void start() {
    later(this::turn);
  }

  private void turn() {
    if (isDone()) {
      return;
    }
    turns--;
    if (cart.isEmpty()) {
      withoutCart();
    } else if (seen.isEmpty()) {
      read(cart.get());
    } else {
      workload.press(seen.get());
    }
  }

  private void withoutCart() {
    int draw = world.chance().between(1, 100);
    if (draw <= 18 && reversals.start()) {
      return;
    }
    if (draw <= 28) {
      listParked();
    } else if (draw <= 34 && !board.carts(till.store()).isEmpty()) {
      join();
    } else if (draw <= 38) {
      reversals.listLog();
    } else {
      create();
    }
  }

  private void create() {
    create(hasKeys ? Optional.of(recorder.key()) : Optional.empty());
  }

  private void create(Optional<ChangeId> key) {
    recorder.ask(
        till,
        new Create(),
        key,
        (service, context) -> service.carts().create(context, Optional.empty(), Customer.UNKNOWN),
        attempt -> {
          attempt.created().ifPresent(this::opened);
          heard(attempt, () -> create(key));
        });
  }

  private void opened(CartId id) {
    board.opened(till.store(), id);
    take(id);
  }

  /** Two cashiers work on one cart. */
  private void join() {
    CartId other = world.chance().of(board.carts(till.store()));
    take(other);
    read(other);
  }

  private void read(CartId id) {
    recorder.ask(
        till,
        new Read(id),
        (service, context) -> service.carts().get(context.terminal(), id),
        attempt -> heard(attempt, () -> read(id)));
  }

  private void listParked() {
    recorder.ask(
        till,
        new ListParked(),
        (service, context) -> service.parking().parked(context.terminal(), 10, 1),
        attempt -> {
          if (attempt.outcome() instanceof Outcome.Done<?> done
              && done.answer() instanceof CartPage page
              && !page.carts().isEmpty()) {
            retrieve(world.chance().of(page.carts()).value().id());
          } else {
            later(this::turn);
          }
        });
  }

  private void retrieve(CartId id) {
    take(id);
    recorder.ask(
        till,
        new Retrieve(id),
        (service, context) -> service.parking().retrieve(context, id),
        attempt -> heard(attempt, () -> retrieve(id)));
  }

  private void take(CartId id) {
    cart = Optional.of(id);
    seen = Optional.empty();
  }

  private void leave() {
    cart = Optional.empty();
    seen = Optional.empty();
  }

  private void heard(Attempt attempt, Runnable again) {
    attempt.cart().ifPresent(answer -> see(answer.value()));
    if (attempt.outcome() instanceof Outcome.Unknown) {
      seen = Optional.empty();
      unsure(again);
    } else if (attempt.outcome() instanceof Outcome.NotReached) {
      later(again);
    } else {
      if (attempt.outcome() instanceof Outcome.Rejected && world.chance().percent(40)) {
        seen = Optional.empty();
      }
      if (world.chance().percent(2)) {
        leave();
      }
      later(this::turn);
    }
  }

  private void see(Cart now) {
    if (cart.equals(Optional.of(now.id()))) {
      seen = Optional.of(now);
      boolean over = now.closed().isPresent();
      if (over) {
        board.closed(now);
      }
      if ((over && world.chance().percent(90))
          || (now.parked().isPresent() && world.chance().percent(80))) {
        leave();
      }
    }
  }

  private void unsure(Runnable again) {
    int draw = world.chance().between(1, 100);
    if (draw <= 60) {
      turns--;
      later(again);
    } else {
      if (draw > 95) {
        leave();
      }
      later(this::turn);
    }
  }

  private void later(Runnable body) {
    world.time().in(world.chance().micros(pace, 8 * SECOND), body);
  }
}
