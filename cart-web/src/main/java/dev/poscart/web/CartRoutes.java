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
import dev.poscart.web.CartBodies.NewCart;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The cart routes. Each of them validates the whole request before it calls its use case. */
final class CartRoutes {

  private static final String LINE_NO = "lineNo";

  private final CartService carts;

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
    CartId id = request.cartId();
    return reply(
        "cancel_transaction",
        "Cart Cancelled. cart_id: " + id,
        terminal,
        carts.cancel(request.change(terminal), id));
  }

  CompletionStage<Renderable> addItems(Terminal terminal, ApiRequest request) {
    List<KeyedItem> entries = request.body(CartBodies::items);
    CartId id = request.cartId();
    return reply(
        "add_items",
        "Items added to cart. cart_id: " + id,
        terminal,
        carts.addItems(request.change(terminal), id, entries));
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
    CartId id = request.cartId();
    return reply(
        "subtotal",
        "Subtotal calculated. cart_id: " + id,
        terminal,
        carts.subtotal(request.change(terminal), id));
  }

  CompletionStage<Renderable> discountSubtotal(Terminal terminal, ApiRequest request) {
    List<DiscountEntry> entries = request.body(CartBodies::discounts);
    CartId id = request.cartId();
    return reply(
        "discount_to_cart",
        "Discount added. cart_id: " + id,
        terminal,
        carts.discountSubtotal(request.change(terminal), id, entries));
  }

  CompletionStage<Renderable> pay(Terminal terminal, ApiRequest request) {
    List<Tender> tenders = request.body(CartBodies::tenders);
    CartId id = request.cartId();
    return reply(
        "payments",
        "Payment processed. cart_id: " + id,
        terminal,
        carts.pay(request.change(terminal), id, tenders));
  }

  CompletionStage<Renderable> bill(Terminal terminal, ApiRequest request) {
    CartId id = request.cartId();
    return reply(
        "bill",
        "Bill processed. cart_id: " + id,
        terminal,
        carts.bill(request.change(terminal), id));
  }

  CompletionStage<Renderable> resume(Terminal terminal, ApiRequest request) {
    CartId id = request.cartId();
    return reply(
        "resume_item_entry",
        "Item entry resumed. cart_id: " + id,
        terminal,
        carts.resume(request.change(terminal), id));
  }

  private static CompletionStage<Renderable> reply(
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
                    new CartJson(cart.value(), terminal.staff()),
                    JsonValueWriter.NULL),
                cart.version()));
  }
}
