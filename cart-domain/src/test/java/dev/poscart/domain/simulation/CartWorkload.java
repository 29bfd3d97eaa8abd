package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.DiscountEntry;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.simulation.Operation.OnCart;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Operations on a cart, mostly those that its state allows, occasionally any. */
final class CartWorkload {

  private final World world;
  private final RequestRecorder recorder;
  private final TerminalKey till;
  private final BiConsumer<Attempt, Runnable> heard;
  private final boolean hasKeys;
  private final CartInput input;

  CartWorkload(
      World world,
      RequestRecorder recorder,
      TerminalKey till,
      boolean hasKeys,
      BiConsumer<Attempt, Runnable> heard) {
    this.world = world;
    this.recorder = recorder;
    this.till = till;
    this.heard = heard;
    this.hasKeys = hasKeys;
    this.input = new CartInput(world.chance(), recorder::tag);
  }

  private interface Call
      extends BiFunction<Service, ChangeContext, CompletionStage<Versioned<Cart>>> {}

  void press(Cart cart) {
    boolean paying = cart.status() == CartStatus.PAYING;
    if (world.chance().percent(4)) {
      paying = !paying;
    }
    if (cart.parked().isPresent() && world.chance().percent(70)) {
      retrieve(cart.id());
    } else if (cart.closed().isPresent() && world.chance().percent(60)) {
      close(cart.id(), world.chance().percent(80) ? Closing.Kind.BILL : Closing.Kind.CANCEL);
    } else if (paying) {
      pressPaying(cart);
    } else {
      pressEntering(cart);
    }
  }

  private void pressEntering(Cart cart) {
    CartId id = cart.id();
    int draw = world.chance().between(1, 100);
    if (draw <= 42 || (cart.lines().isEmpty() && draw <= 90)) {
      add(id);
    } else if (draw <= 48) {
      quantity(id, lineNo(cart));
    } else if (draw <= 52) {
      price(id, lineNo(cart));
    } else if (draw <= 56) {
      cancelLine(id, lineNo(cart));
    } else if (draw <= 62) {
      discountLine(id, lineNo(cart));
    } else if (draw <= 66) {
      park(id);
    } else if (draw <= 70) {
      pay(cart);
    } else if (draw <= 73) {
      close(id, Closing.Kind.CANCEL);
    } else {
      subtotal(id);
    }
  }

  private void pressPaying(Cart cart) {
    CartId id = cart.id();
    int draw = world.chance().between(1, 100);
    if (draw <= 5) {
      resume(id);
    } else if (draw <= 12) {
      discountSubtotal(id);
    } else if (draw <= 15) {
      close(id, Closing.Kind.CANCEL);
    } else if (cart.cashDue().isZero() ? draw <= 20 : draw <= 95) {
      pay(cart);
    } else {
      close(id, Closing.Kind.BILL);
    }
  }

  private void add(CartId id) {
    List<KeyedItem> entries = input.items();
    ask(
        new Operation.Add(id, entries),
        (service, context) -> service.carts().addItems(context, id, entries),
        () -> add(id));
  }

  private void quantity(CartId id, int lineNo) {
    int quantity = world.chance().between(1, 12);
    ask(
        new Operation.Quantity(id, lineNo, quantity),
        (service, context) -> service.carts().changeQuantity(context, id, lineNo, quantity),
        () -> quantity(id, lineNo));
  }

  private void price(CartId id, int lineNo) {
    int yen = world.chance().between(0, 9_000);
    ask(
        new Operation.Price(id, lineNo, yen),
        (service, context) -> service.carts().changeUnitPrice(context, id, lineNo, Money.of(yen)),
        () -> price(id, lineNo));
  }

  private void cancelLine(CartId id, int lineNo) {
    ask(
        new Operation.CancelLine(id, lineNo),
        (service, context) -> service.carts().cancelLine(context, id, lineNo),
        () -> cancelLine(id, lineNo));
  }

  private void discountLine(CartId id, int lineNo) {
    List<DiscountEntry> entries = input.discounts();
    ask(
        new Operation.DiscountLine(id, lineNo, tags(entries)),
        (service, context) -> service.carts().discountLine(context, id, lineNo, entries),
        () -> discountLine(id, lineNo));
  }

  private void discountSubtotal(CartId id) {
    List<DiscountEntry> entries = input.discounts();
    ask(
        new Operation.DiscountSubtotal(id, tags(entries)),
        (service, context) -> service.carts().discountSubtotal(context, id, entries),
        () -> discountSubtotal(id));
  }

  private void subtotal(CartId id) {
    ask(
        new Operation.Subtotal(id),
        (service, context) -> service.carts().subtotal(context, id),
        () -> subtotal(id));
  }

  private void resume(CartId id) {
    ask(
        new Operation.Resume(id),
        (service, context) -> service.carts().resume(context, id),
        () -> resume(id));
  }

  private void pay(Cart cart) {
    List<Tender> tenders = input.tenders(cart.balanceDue());
    ask(
        new Operation.Pay(cart.id(), tenders),
        (service, context) -> service.carts().pay(context, cart.id(), tenders),
        () -> pay(cart));
  }

  private void close(CartId id, Closing.Kind kind) {
    ask(
        new Operation.Close(id, kind),
        (service, context) ->
            kind == Closing.Kind.BILL
                ? service.carts().bill(context, id)
                : service.carts().cancel(context, id),
        () -> close(id, kind));
  }

  private void park(CartId id) {
    String note = "N" + recorder.tag();
    ask(
        new Operation.Park(id, note),
        (service, context) -> service.parking().park(context, id, Optional.of(note)),
        () -> park(id));
  }

  private void retrieve(CartId id) {
    ask(
        new Operation.Retrieve(id),
        (service, context) -> service.parking().retrieve(context, id),
        () -> retrieve(id));
  }

  private void ask(OnCart operation, Call call, Runnable again) {
    ask(operation, call, hasKeys ? Optional.of(recorder.key()) : Optional.empty(), again);
  }

  /** With a key, the same request is repeated; otherwise a similar one is made. */
  private void ask(OnCart operation, Call call, Optional<ChangeId> key, Runnable again) {
    recorder.ask(
        till,
        operation,
        key,
        call,
        attempt ->
            heard.accept(
                attempt, key.isPresent() ? () -> ask(operation, call, key, again) : again));
  }

  private static List<String> tags(List<DiscountEntry> entries) {
    return entries.stream().map(entry -> entry.detail().orElseThrow()).toList();
  }

  private int lineNo(Cart cart) {
    return world.chance().between(1, cart.lines().size() + (world.chance().percent(3) ? 1 : 0));
  }
}
