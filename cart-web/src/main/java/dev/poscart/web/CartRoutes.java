package dev.poscart.web;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.DiscountEntry;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.usecase.cart.CartService;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.web.CartBodies.NewCart;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** The cart routes. Each of them validates the whole request before it calls its use case. */
final class CartRoutes {

  private static final String LINE_NO = "lineNo";

  private final CartService carts;
  private final RenderedLines lines = new RenderedLines();

  CartRoutes(CartService carts) {
    this.carts = carts;
  }

  CompletionStage<Renderable> create(Terminal terminal, ApiRequest request) {
    NewCart cart = request.body(CartBodies::newCart);
    return carts
        .create(request.attempt(terminal), cart.transactionType(), cart.customer())
        .thenApply(
            id ->
                new VersionedReply(
                    new Reply(
                        201,
                        "create_cart",
                        "Cart Created. cart_id: " + id,
                        out -> {
                          out.writeStartObject();
                          out.writeStringField("cartId", id.value());
                          out.writeEndObject();
                        },
                        JsonValueWriter.NULL),
                    VersionedReply.FIRST));
  }

  CompletionStage<Renderable> get(Terminal terminal, ApiRequest request) {
    CartId id = request.cartId();
    return reply("get_cart", "Cart found. cart_id: " + id, terminal, carts.get(terminal, id));
  }

  CompletionStage<Renderable> cancel(Terminal terminal, ApiRequest request) {
    return changed(terminal, request, "cancel_transaction", "Cart Cancelled. ", carts::cancel);
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
    return reply(
        "cancel_line_item",
        "Line item cancelled. cart_id: " + id + ", lineNo: " + lineNo,
        terminal,
        carts.cancelLine(request.change(terminal), id, lineNo));
  }

  CompletionStage<Renderable> changeUnitPrice(Terminal terminal, ApiRequest request) {
    int lineNo = request.pathNumber(LINE_NO);
    Money unitPrice = request.body(CartBodies::unitPrice);
    CartId id = request.cartId();
    return reply(
        "update_item_unit_price",
        "Unit price updated. cart_id: " + id + ", line_no: " + lineNo,
        terminal,
        carts.changeUnitPrice(request.change(terminal), id, lineNo, unitPrice));
  }

  CompletionStage<Renderable> changeQuantity(Terminal terminal, ApiRequest request) {
    int lineNo = request.pathNumber(LINE_NO);
    int quantity = request.body(CartBodies::quantity);
    CartId id = request.cartId();
    return reply(
        "update_item_quantity",
        "Quantity updated. cart_id: " + id + ", line_no: " + lineNo,
        terminal,
        carts.changeQuantity(request.change(terminal), id, lineNo, quantity));
  }

  CompletionStage<Renderable> discountLine(Terminal terminal, ApiRequest request) {
    int lineNo = request.pathNumber(LINE_NO);
    List<DiscountEntry> entries = request.body(CartBodies::discounts);
    CartId id = request.cartId();
    return reply(
        "add_discount_to_line_item",
        "Discount added. cart_id: " + id + ", line_no: " + lineNo,
        terminal,
        carts.discountLine(request.change(terminal), id, lineNo, entries));
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
    return changed(terminal, request, "bill", "Bill processed. ", carts::bill);
  }

  CompletionStage<Renderable> resume(Terminal terminal, ApiRequest request) {
    return changed(terminal, request, "resume_item_entry", "Item entry resumed. ", carts::resume);
  }

  private CompletionStage<Renderable> changed(
      Terminal terminal,
      ApiRequest request,
      String operation,
      String done,
      BiFunction<ChangeContext, CartId, CompletionStage<Versioned<Cart>>> change) {
    CartId id = request.cartId();
    return reply(
        operation, done + "cart_id: " + id, terminal, change.apply(request.change(terminal), id));
  }

  private CompletionStage<Renderable> reply(
      String operation,
      String message,
      Terminal terminal,
      CompletionStage<Versioned<Cart>> outcome) {
    return outcome.thenApply(
        cart ->
            new VersionedReply(
                new Reply(
                    200,
                    operation,
                    message,
                    new CartJson(cart.value(), terminal.staff(), lines::write),
                    JsonValueWriter.NULL),
                cart.version()));
  }
}
