package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Parking;
import dev.poscart.domain.model.Staff;
import java.io.IOException;
import java.util.Optional;

/**
 * A cart with one more field, {@code parked}: who put it aside, where and when; {@code null} once
 * it is retrieved. Terminals know the cart of all other answers without it.
 *
 * @param staff who is signed in at the terminal that asks
 */
record ParkedCartJson(Cart cart, Optional<Staff> staff) implements JsonValueWriter {

  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    new CartJson(cart, staff).fields(out);
    if (cart.parked().isPresent()) {
      out.writeObjectFieldStart("parked");
      parking(out, cart.parked().get());
      out.writeEndObject();
    } else {
      out.writeNullField("parked");
    }
    out.writeEndObject();
  }

  private static void parking(JsonGenerator out, Parking parking) throws IOException {
    out.writeNumberField("terminalNo", parking.terminal().terminalNo());
    SaleJson.staff(out, Optional.of(parking.staff()));
    out.writeStringField("parkedAt", Timestamps.of(parking.at()));
    JsonText.text(out, "note", parking.note());
  }
}
