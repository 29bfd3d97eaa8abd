package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.DeskEntry;
import java.io.IOException;
import java.util.List;

/** Renders what happened at the desk as kugelpos's terminal service does. */
final class DeskEntryJson {

  private DeskEntryJson() {}

  static JsonValueWriter opened(DeskEntry entry, String since) {
    return out -> {
      out.writeStartObject();
      shift(out, entry, since);
      out.writeEndObject();
    };
  }

  /** With one more key than kugelpos has: the carts that were parked. */
  static JsonValueWriter closed(DeskEntry entry, List<CartId> parked, String since) {
    return out -> {
      out.writeStartObject();
      shift(out, entry, since);
      TerminalStateJson.money(out, "physicalAmount", entry.state().countedCash());
      JsonText.list(out, "parkedCarts", parked, (to, cart) -> to.writeString(cart.value()));
      out.writeEndObject();
    };
  }

  private static void shift(JsonGenerator out, DeskEntry entry, String since) throws IOException {
    out.writeStringField("terminalId", entry.terminal().terminalId());
    out.writeStringField("businessDate", entry.session().businessDate());
    out.writeNumberField("openCounter", entry.session().openCounter());
    out.writeNumberField("businessCounter", entry.session().businessCounter());
    TerminalStateJson.money(out, "initialAmount", entry.state().openingFloat());
    out.writeFieldName("terminalInfo");
    new TerminalStateJson(entry.terminal(), entry.state(), since).write(out);
    texts(out, entry);
  }

  static JsonValueWriter cash(DeskEntry entry) {
    return out -> {
      out.writeStartObject();
      out.writeStringField("terminalId", entry.terminal().terminalId());
      JsonText.money(out, "amount", entry.signedAmount());
      out.writeStringField("description", description(entry));
      texts(out, entry);
      out.writeEndObject();
    };
  }

  static String description(DeskEntry entry) {
    return entry.cash().map(CashMovement::description).orElse("");
  }

  private static void texts(JsonGenerator out, DeskEntry entry) throws IOException {
    out.writeStringField("receiptText", entry.receiptText());
    out.writeStringField("journalText", entry.journalText());
  }
}
