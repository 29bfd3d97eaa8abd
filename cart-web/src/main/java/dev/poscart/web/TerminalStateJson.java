package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.TerminalKey;
import java.io.IOException;
import java.util.Optional;

/**
 * Renders a terminal as kugelpos's terminal service does. API keys and PINs are always null. The
 * terminal has no record of its creation, so {@code entryDatetime} is the start of this service.
 *
 * @param since the start of this service, {@code YYYY-MM-DD HH:MM:SS}
 */
record TerminalStateJson(TerminalKey key, DeskState state, String since)
    implements JsonValueWriter {

  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("terminalId", key.terminalId());
    out.writeStringField("tenantId", key.tenantId());
    out.writeStringField("storeCode", key.storeCode());
    out.writeNumberField("terminalNo", key.terminalNo());
    out.writeStringField("description", state.description());
    out.writeStringField("functionMode", WireEnumNames.of(state.functionMode()));
    out.writeStringField("status", WireEnumNames.of(state.status()));
    JsonText.text(
        out,
        "businessDate",
        Optional.of(state.session().businessDate()).filter(date -> !date.isEmpty()));
    out.writeNumberField("openCounter", state.session().openCounter());
    out.writeNumberField("businessCounter", state.session().businessCounter());
    money(out, "initialAmount", state.openingFloat());
    money(out, "physicalAmount", state.countedCash());
    staff(out, state.staff());
    out.writeNullField("apiKey");
    out.writeStringField("entryDatetime", since);
    out.writeNullField("lastUpdateDatetime");
    out.writeEndObject();
  }

  static void money(JsonGenerator out, String name, Optional<Money> amount) throws IOException {
    if (amount.isPresent()) {
      JsonText.money(out, name, amount.get());
    } else {
      out.writeNullField(name);
    }
  }

  private static void staff(JsonGenerator out, Optional<Staff> staff) throws IOException {
    if (staff.isEmpty()) {
      out.writeNullField("staff");
      return;
    }
    out.writeObjectFieldStart("staff");
    out.writeStringField("staffId", staff.get().id());
    out.writeStringField("staffName", staff.get().name());
    out.writeNullField("staffPin");
    out.writeEndObject();
  }
}
