package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.CartPage;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.usecase.cart.ParkingService;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The routes that park, list and retrieve carts. */
final class ParkingRoutes {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;
  private static final String PARKED = "parked";

  private final ParkingService parking;

  ParkingRoutes(ParkingService parking) {
    this.parking = parking;
  }

  CompletionStage<Renderable> park(Terminal terminal, ApiRequest request) {
    Optional<String> note = request.bodyIfAny(CartBodies::parkingNote).flatMap(text -> text);
    CartId id = request.cartId();
    return parking
        .park(request.change(terminal), id, note)
        .thenApply(cart -> reply("park_cart", "Cart parked. cart_id: " + id, terminal, cart));
  }

  CompletionStage<Renderable> retrieve(Terminal terminal, ApiRequest request) {
    CartId id = request.cartId();
    return parking
        .retrieve(request.change(terminal), id)
        .thenApply(
            cart -> reply("retrieve_cart", "Cart retrieved. cart_id: " + id, terminal, cart));
  }

  CompletionStage<Renderable> list(Terminal terminal, ApiRequest request) {
    Problems problems = request.problems();
    if (!request.query("status").orElse("").equals(PARKED)) {
      problems.add("query -> status", "Input should be 'parked'");
    }
    int limit = QueryRequest.number(request, "limit").orElse(DEFAULT_LIMIT);
    if (limit < 1 || limit > MAX_LIMIT) {
      problems.add("query -> limit", "Input should be 1 to " + MAX_LIMIT);
    }
    int page = QueryRequest.number(request, "page").orElse(1);
    if (page < 1 || page > Integer.MAX_VALUE / MAX_LIMIT) {
      problems.add("query -> page", "Input should be 1 to " + Integer.MAX_VALUE / MAX_LIMIT);
    }
    problems.throwIfAny();
    return parking
        .parked(terminal, limit, page)
        .thenApply(
            found ->
                new Reply(
                    200,
                    "get_parked_carts",
                    "Success to get parked carts",
                    out -> carts(out, terminal, found),
                    out -> metadata(out, terminal, limit, page, found.total())));
  }

  private static Renderable reply(
      String operation, String message, Terminal terminal, Versioned<Cart> cart) {
    return new VersionedReply(
        new Reply(
            200,
            operation,
            message,
            new ParkedCartJson(cart.value(), terminal.staff()),
            JsonValueWriter.NULL),
        cart.version());
  }

  private static void carts(JsonGenerator out, Terminal terminal, CartPage page)
      throws IOException {
    out.writeStartArray();
    for (Versioned<Cart> cart : page.carts()) {
      new ParkedCartJson(cart.value(), terminal.staff()).write(out);
    }
    out.writeEndArray();
  }

  private static void metadata(
      JsonGenerator out, Terminal terminal, int limit, int page, long total) throws IOException {
    out.writeStartObject();
    out.writeNumberField("total", total);
    out.writeNumberField("page", page);
    out.writeNumberField("limit", limit);
    out.writeStringField("sort", "parkedAt:1");
    out.writeObjectFieldStart("filter");
    out.writeStringField("tenant_id", terminal.key().tenantId());
    out.writeStringField("store_code", terminal.key().storeCode());
    out.writeStringField("status", PARKED);
    out.writeEndObject();
    out.writeEndObject();
  }
}
