package dev.poscart.app.token;

import dev.poscart.domain.model.AccessToken;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * The claims of a verified token. A terminal token says so in {@code token_type}, a service token
 * has {@code is_service_account}; any other token with a subject and a tenant belongs to a user.
 */
record TokenClaims(Map<String, Object> claims) {

  /** Empty if required claims are missing or contradict each other. */
  Optional<AccessToken> read() {
    Optional<String> tenantId = text("tenant_id");
    if (tenantId.isEmpty()) {
      return Optional.empty();
    }
    String kind = text("token_type").orElse("");
    if (kind.equals("terminal")) {
      return terminal(tenantId.get());
    }
    if (Boolean.TRUE.equals(claims.get("is_service_account"))) {
      return text("sub")
          .flatMap(subject -> text("service"))
          .map(service -> new AccessToken.OfService(service, tenantId.get()));
    }
    boolean access = kind.isEmpty() || kind.equals("access") || kind.equals("user");
    return text("sub")
        .filter(subject -> access)
        .map(
            subject ->
                new AccessToken.OfUser(
                    subject, tenantId.get(), Boolean.TRUE.equals(claims.get("is_superuser"))));
  }

  private Optional<AccessToken> terminal(String tenantId) {
    Optional<Instant> issuedAt =
        Optional.ofNullable(claims.get("iat"))
            .filter(Date.class::isInstance)
            .map(date -> ((Date) date).toInstant());
    Optional<TerminalKey> key = key(tenantId);
    if (issuedAt.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    Terminal terminal =
        new Terminal(
            key.get(),
            status(),
            new TerminalSession(
                text("business_date").orElse(""),
                whole("open_counter").orElse(0),
                whole("business_counter").orElse(0)),
            text("staff_id").map(id -> new Staff(id, text("staff_name").orElse(""))));
    boolean counts = whole("receipt_counter").isPresent();
    return Optional.of(
        new AccessToken.OfTerminal(
            counts ? terminal.countingReceipts() : terminal, issuedAt.get()));
  }

  private Optional<TerminalKey> key(String tenantId) {
    Optional<String> id = text("terminal_id");
    boolean inParts = claims.containsKey("store_code") || claims.containsKey("terminal_no");
    Optional<TerminalKey> key = inParts ? keyOfParts(tenantId) : id.flatMap(TerminalKey::parse);
    return key.filter(found -> found.tenantId().equals(tenantId))
        .filter(found -> id.isEmpty() || id.get().equals(found.terminalId()));
  }

  private Optional<TerminalKey> keyOfParts(String tenantId) {
    return text("store_code")
        .flatMap(
            storeCode ->
                whole("terminal_no").map(number -> new TerminalKey(tenantId, storeCode, number)));
  }

  /** An unknown status counts as idle, in which a terminal cannot sell. */
  private Terminal.Status status() {
    return switch (text("status").orElse("")) {
      case "Opened" -> Terminal.Status.OPENED;
      case "Closed" -> Terminal.Status.CLOSED;
      default -> Terminal.Status.IDLE;
    };
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(claims.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank());
  }

  private Optional<Integer> whole(String name) {
    return Optional.ofNullable(claims.get(name))
        .filter(Number.class::isInstance)
        .map(number -> ((Number) number).longValue())
        .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
        .map(Long::intValue);
  }
}
