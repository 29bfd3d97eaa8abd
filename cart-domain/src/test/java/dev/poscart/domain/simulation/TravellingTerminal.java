package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MILLISECOND;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.simulation.Carried.Change;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A terminal that takes its carts along and sends each request to any of the sites. If no answer
 * comes, it repeats the same request, there or elsewhere, until one does.
 */
final class TravellingTerminal {

  private final World world;
  private final List<Site> sites;
  private final TerminalKey till;
  private final List<ClosingAttempt> history;
  private final CartInput input;
  private final OwnNumbers numbers;
  private final boolean forgets;
  private int salesLeft;
  private Optional<Carried> carried = Optional.empty();
  private Optional<Carried> before = Optional.empty();
  private Optional<Site> lastSite = Optional.empty();

  TravellingTerminal(
      World world,
      List<Site> sites,
      Sessions sessions,
      TerminalKey till,
      CartInput input,
      List<ClosingAttempt> history,
      boolean forgets) {
    this.world = world;
    this.sites = sites;
    this.till = till;
    this.input = input;
    this.history = history;
    this.forgets = forgets;
    this.numbers = new OwnNumbers(world, sessions, till);
    this.salesLeft = world.chance().between(5, 15);
  }

  /** A decided closing, the same at each attempt. */
  private record Decision(
      Carried of, Cart presented, Closing.Kind kind, Optional<TerminalNumbers> numbers) {

    Decision otherwise() {
      Closing.Kind other = kind == Closing.Kind.BILL ? Closing.Kind.CANCEL : Closing.Kind.BILL;
      return new Decision(of, presented, other, numbers);
    }
  }

  boolean isDone() {
    return salesLeft == 0 && carried.isEmpty();
  }

  void start() {
    later(this::turn);
  }

  private void turn() {
    if (carried.isPresent()) {
      press(carried.get());
    } else if (salesLeft > 0) {
      numbers.next();
      open();
    }
  }

  private void open() {
    ask(
        world.chance().of(sites),
        service ->
            service
                .carried()
                .open(ChangeContext.by(numbers.terminal()), Optional.empty(), Customer.UNKNOWN)
                .thenApply(cart -> new Carried(cart.id(), cart.snapshot(), 1, Optional.empty())),
        outcome -> {
          if (outcome instanceof Outcome.Done<Carried> opened) {
            carried = Optional.of(opened.answer());
            before = carried;
          }
          later(this::turn);
        });
  }

  private void press(Carried cart) {
    int draw = world.chance().between(1, 100);
    if (cart.seen().isEmpty() || cart.seen().get().lines().isEmpty()) {
      add(cart);
    } else if (draw <= 10 && forgets && forget()) {
      world.tally().count("older carts presented");
    } else if (draw <= 5) {
      decide(cart, cart.seen().get(), Closing.Kind.CANCEL);
    } else if (cart.seen().get().status() == CartStatus.PAYING) {
      pay(cart, cart.seen().get(), draw);
    } else if (draw <= 65) {
      add(cart);
    } else {
      change(cart, (service, context) -> service.carts().subtotal(context, cart.id()));
    }
  }

  private void add(Carried cart) {
    var items = input.items();
    change(cart, (service, context) -> service.carts().addItems(context, cart.id(), items));
  }

  private void pay(Carried cart, Cart seen, int draw) {
    if (draw <= 10) {
      change(cart, (service, context) -> service.carts().resume(context, cart.id()));
    } else if (seen.cashDue().isZero()) {
      decide(cart, seen, Closing.Kind.BILL);
    } else {
      var tenders = input.tenders(seen.balanceDue());
      change(cart, (service, context) -> service.carts().pay(context, cart.id(), tenders));
    }
  }

  private void change(Carried cart, Change change) {
    Site site = world.chance().of(sites);
    ask(
        site,
        service -> cart.changed(service, ChangeContext.by(numbers.terminal()), change),
        outcome -> {
          if (outcome instanceof Outcome.Done<Carried> done) {
            before = carried;
            carried = Optional.of(done.answer());
            lastSite = Optional.of(site);
          }
          if (outcome.isUnanswered()) {
            later(() -> change(cart, change));
          } else {
            later(this::turn);
          }
        });
  }

  /** Cancels the cart as it was before the last change, at the site that made the change. */
  private boolean forget() {
    Optional<Cart> older = before.flatMap(Carried::seen);
    if (older.isEmpty() || lastSite.isEmpty()) {
      return false;
    }
    close(decision(before.get(), older.get(), Closing.Kind.CANCEL), lastSite, false);
    return true;
  }

  private void decide(Carried cart, Cart seen, Closing.Kind kind) {
    close(decision(cart, seen, kind), Optional.empty(), false);
  }

  private Decision decision(Carried cart, Cart seen, Closing.Kind kind) {
    return new Decision(cart, seen, kind, numbers.ofSale());
  }

  /**
   * Closes the cart; gives up an older one that is refused in the end, since what was not answered
   * may have closed it.
   */
  private void close(Decision decision, Optional<Site> only, boolean unanswered) {
    Site site = only.orElseGet(() -> world.chance().of(sites));
    attempt(
        decision,
        site,
        attempt -> {
          if (attempt.done().isEmpty() && !(attempt.answer() instanceof Outcome.Rejected)) {
            boolean mayBeDone = unanswered || attempt.isUnanswered();
            later(() -> close(decision, only, mayBeDone));
            return;
          }
          if (attempt.isOutdated() && !unanswered) {
            world.tally().count("older carts refused");
            later(this::turn);
            return;
          }
          carried = Optional.empty();
          salesLeft--;
          if (world.chance().percent(20)) {
            Decision repeated = world.chance().coin() ? decision : decision.otherwise();
            attempt(repeated, site, again -> later(this::turn));
          } else {
            later(this::turn);
          }
        });
  }

  private void attempt(Decision decision, Site site, Consumer<ClosingAttempt> then) {
    ChangeContext plain = ChangeContext.by(numbers.terminal());
    ChangeContext context = decision.numbers().map(plain::numbered).orElse(plain);
    CartId id = decision.of().id();
    Change closing =
        (service, carrying) ->
            decision.kind() == Closing.Kind.BILL
                ? service.carts().bill(carrying, id)
                : service.carts().cancel(carrying, id);
    world.trace().add(till.terminalId(), decision.kind() + " " + id + " at " + site);
    this.<Cart>ask(
        site,
        service ->
            decision
                .of()
                .changed(service, context, closing)
                .thenApply(closed -> closed.seen().orElseThrow()),
        outcome -> {
          ClosingAttempt attempt =
              new ClosingAttempt(
                  site,
                  decision.kind(),
                  decision.of(),
                  decision.presented(),
                  decision.numbers(),
                  outcome);
          history.add(attempt);
          then.accept(attempt);
        });
  }

  private <T> void ask(
      Site site, Function<Service, CompletionStage<T>> call, Consumer<Outcome<T>> then) {
    world.tally().count("attempts");
    site.router()
        .send(
            call,
            outcome -> {
              world.tally().count("outcome " + outcome.getClass().getSimpleName());
              then.accept(outcome);
            });
  }

  private void later(Runnable body) {
    world.time().in(world.chance().micros(50 * MILLISECOND, 8 * SECOND), body);
  }
}
