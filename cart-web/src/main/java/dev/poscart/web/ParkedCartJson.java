package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Parking;
import dev.poscart.domain.model.Staff;
import java.io.IOException;
import java.util.Optional;

/**
 * Renders a cart with one more field, {@code parked}: who parked it, where and when; {@code null}
 * once it is retrieved. Other responses omit the field because kugelpos does not have it.
 *
 * @param staff the staff signed in at the requesting terminal
 */
record ParkedCartJson(Cart cart, Optional<Staff> staff) implements JsonValueWriter {

  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    new CartJson(cart, staff, SaleJson::cartLines, Optional.empty()).fields(out);
    if (cart.parked().isPresent()) {
      out.writeObjectFieldStart("parked");
      parking(out, cart.parked().get());
      out.writeEndObject();
    } else {
      out.writeNullField("parked");
    }
    CartJson.snapshot(out, Optional.empty());
    out.writeEndObject();
  }

  private static void parking(JsonGenerator out, Parking parking) throws IOException {
    out.writeNumberField("terminalNo", parking.terminal().terminalNo());
    SaleJson.staff(out, Optional.of(parking.staff()));
    out.writeStringField("parkedAt", Timestamps.of(parking.at()));
    JsonText.text(out, "note", parking.note());
  }
}
