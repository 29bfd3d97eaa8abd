package dev.poscart.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Terminal.Status;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import java.util.Locale;
import java.util.Optional;

/** Parses a terminal in the form of the terminal service. */
final class TerminalJson {

  private TerminalJson() {}

  /** Empty if this is not a valid terminal, or not the requested one. */
  static Optional<Terminal> read(TerminalKey asked, JsonNode json) {
    boolean same =
        asked.tenantId().equals(json.path("tenantId").asText())
            && asked.storeCode().equals(json.path("storeCode").asText())
            && asked.terminalNo() == json.path("terminalNo").asInt(-1);
    Optional<Status> status = same ? status(json.path("status").asText()) : Optional.empty();
    return status.flatMap(
        known ->
            session(json)
                .map(session -> new Terminal(asked, known, session, staff(json.path("staff")))));
  }

  private static Optional<TerminalSession> session(JsonNode json) {
    int openCounter = json.path("openCounter").asInt(0);
    int businessCounter = json.path("businessCounter").asInt(0);
    return openCounter < 0 || businessCounter < 0
        ? Optional.empty()
        : Optional.of(
            new TerminalSession(
                json.path("businessDate").asText(""), openCounter, businessCounter));
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
