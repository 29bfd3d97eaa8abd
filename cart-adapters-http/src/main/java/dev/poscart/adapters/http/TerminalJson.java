package dev.poscart.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Terminal.Status;
import dev.poscart.domain.model.TerminalKey;
import java.util.Locale;
import java.util.Optional;

/** The terminal service's form of a terminal. */
final class TerminalJson {

  private TerminalJson() {}

  /** Empty if it is not the terminal that was asked for, or not a terminal at all. */
  static Optional<Terminal> read(TerminalKey asked, JsonNode json) {
    boolean same =
        asked.tenantId().equals(json.path("tenantId").asText())
            && asked.storeCode().equals(json.path("storeCode").asText())
            && asked.terminalNo() == json.path("terminalNo").asInt(-1);
    return same
        ? status(json.path("status").asText())
            .map(
                status ->
                    new Terminal(
                        asked,
                        status,
                        json.path("businessDate").asText(""),
                        json.path("openCounter").asInt(0),
                        json.path("businessCounter").asInt(0),
                        staff(json.path("staff"))))
        : Optional.empty();
  }

  private static Optional<Status> status(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "IDLE" -> Optional.of(Status.IDLE);
      case "OPENED" -> Optional.of(Status.OPENED);
      case "CLOSED" -> Optional.of(Status.CLOSED);
      default -> Optional.empty();
    };
  }

  private static Optional<Staff> staff(JsonNode json) {
    String id = text(json, "staffId", "id");
    return id.isBlank()
        ? Optional.empty()
        : Optional.of(new Staff(id, text(json, "staffName", "name")));
  }

  private static String text(JsonNode json, String name, String otherName) {
    JsonNode value = json.hasNonNull(name) ? json.path(name) : json.path(otherName);
    return value.isNull() ? "" : value.asText("");
  }
}
