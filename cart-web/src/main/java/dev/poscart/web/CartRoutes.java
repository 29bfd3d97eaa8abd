package dev.poscart.web;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.DiscountEntry;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.usecase.carry.CarriedCarts;
import dev.poscart.domain.usecase.cart.CartService;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.web.CartBodies.NewCart;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** The cart routes. Each of them validates the whole request before it calls its use case. */
final class CartRoutes {

  private static final String LINE_NO = "lineNo";

  private final CartService carts;
  private final Optional<CarriedCarts> carried;
  private final CartReplies replies;

  /**
   * @param carried empty: all carts are stored
   */
  CartRoutes(CartService carts, Optional<CarriedCarts> carried) {
    this.carts = carts;
    this.carried = carried;
    this.replies = new CartReplies(carried);
  }

  CompletionStage<Renderable> create(Terminal terminal, ApiRequest request) {
    NewCart cart = request.body(CartBodies::newCart);
    return carried
        .filter(carts -> cart.carried() || carts.isRequired())
        .map(carts -> carried(carts, terminal, request, cart))
        .orElseGet(() -> stored(terminal, request, cart));
  }

  private static CompletionStage<Renderable> carried(
      CarriedCarts carts, Terminal terminal, ApiRequest request, NewCart cart) {
    return carts
        .open(request.attempt(terminal), cart.transactionType(), cart.customer())
        .thenApply(opened -> CartReplies.created(opened.id(), Optional.of(opened.snapshot())));
  }

  private CompletionStage<Renderable> stored(Terminal terminal, ApiRequest request, NewCart cart) {
    return carts
        .create(request.attempt(terminal), cart.transactionType(), cart.customer())
        .thenApply(id -> CartReplies.created(id, Optional.empty()));
  }

  CompletionStage<Renderable> get(Terminal terminal, ApiRequest request) {
    CartId id = request.cartId();
    return replies.of(
        "get_cart",
        "Cart found. cart_id: " + id,
        ChangeContext.by(terminal),
        context -> carts.get(terminal, id));
  }

  CompletionStage<Renderable> cancel(Terminal terminal, ApiRequest request) {
    return closed(terminal, request, "cancel_transaction", "Cart Cancelled. ", carts::cancel);
  }

  CompletionStage<Renderable> addItems(Terminal terminal, ApiRequest request) {
    List<KeyedItem> entries = request.body(CartBodies::items);
    return changed(
        terminal,
        request,
        "add_items",
        "Items added to cart. ",
        (change, id) -> carts.addItems(change, id, entries));
  }

  CompletionStage<Renderable> cancelLine(Terminal terminal, ApiRequest request) {
    int lineNo = request.pathNumber(LINE_NO);
    request.problems().throwIfAny();
    CartId id = request.cartId();
    return replies.of(
        "cancel_line_item",
        "Line item cancelled. cart_id: " + id + ", lineNo: " + lineNo,
        request.change(terminal),
        context -> carts.cancelLine(context, id, lineNo));
  }

  CompletionStage<Renderable> changeUnitPrice(Terminal terminal, ApiRequest request) {
    int lineNo = request.pathNumber(LINE_NO);
    Money unitPrice = request.body(CartBodies::unitPrice);
    CartId id = request.cartId();
    return replies.of(
        "update_item_unit_price",
        "Unit price updated. cart_id: " + id + ", line_no: " + lineNo,
        request.change(terminal),
        context -> carts.changeUnitPrice(context, id, lineNo, unitPrice));
  }

  CompletionStage<Renderable> changeQuantity(Terminal terminal, ApiRequest request) {
    int lineNo = request.pathNumber(LINE_NO);
    int quantity = request.body(CartBodies::quantity);
    CartId id = request.cartId();
    return replies.of(
        "update_item_quantity",
        "Quantity updated. cart_id: " + id + ", line_no: " + lineNo,
        request.change(terminal),
        context -> carts.changeQuantity(context, id, lineNo, quantity));
  }

  CompletionStage<Renderable> discountLine(Terminal terminal, ApiRequest request) {
    int lineNo = request.pathNumber(LINE_NO);
    List<DiscountEntry> entries = request.body(CartBodies::discounts);
    CartId id = request.cartId();
    return replies.of(
        "add_discount_to_line_item",
        "Discount added. cart_id: " + id + ", line_no: " + lineNo,
        request.change(terminal),
        context -> carts.discountLine(context, id, lineNo, entries));
  }

  CompletionStage<Renderable> subtotal(Terminal terminal, ApiRequest request) {
    return changed(terminal, request, "subtotal", "Subtotal calculated. ", carts::subtotal);
  }

  CompletionStage<Renderable> discountSubtotal(Terminal terminal, ApiRequest request) {
    List<DiscountEntry> entries = request.body(CartBodies::discounts);
    return changed(
        terminal,
        request,
        "discount_to_cart",
        "Discount added. ",
        (change, id) -> carts.discountSubtotal(change, id, entries));
  }

  CompletionStage<Renderable> pay(Terminal terminal, ApiRequest request) {
    List<Tender> tenders = request.body(CartBodies::tenders);
    return changed(
        terminal,
        request,
        "payments",
        "Payment processed. ",
        (change, id) -> carts.pay(change, id, tenders));
  }

  CompletionStage<Renderable> bill(Terminal terminal, ApiRequest request) {
    return closed(terminal, request, "bill", "Bill processed. ", carts::bill);
  }

  CompletionStage<Renderable> resume(Terminal terminal, ApiRequest request) {
    return changed(terminal, request, "resume_item_entry", "Item entry resumed. ", carts::resume);
  }

  /** Closes a cart, with the terminal's own numbers if it gives them. */
  private CompletionStage<Renderable> closed(
      Terminal terminal,
      ApiRequest request,
      String operation,
      String done,
      BiFunction<ChangeContext, CartId, CompletionStage<Versioned<Cart>>> closing) {
    Optional<TerminalNumbers> numbers =
        carried.flatMap(carts -> FinalizeContext.of(request, carts.zone()));
    return changed(
        terminal,
        request,
        operation,
        done,
        (context, id) -> closing.apply(numbers.map(context::numbered).orElse(context), id));
  }

  private CompletionStage<Renderable> changed(
      Terminal terminal,
      ApiRequest request,
      String operation,
      String done,
      BiFunction<ChangeContext, CartId, CompletionStage<Versioned<Cart>>> change) {
    CartId id = request.cartId();
    return replies.of(
        operation,
        done + "cart_id: " + id,
        request.change(terminal),
        context -> change.apply(context, id));
  }
}
