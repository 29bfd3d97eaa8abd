package dev.poscart.web;

import dev.poscart.domain.model.AccessToken;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.port.TokenVerifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Knows fixed tokens; any other is invalid. */
final class FakeTokens implements TokenVerifier {

  private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();

  FakeTokens() {
    for (String tenantId : ShopData.TENANT_IDS) {
      tokens.put("user-" + tenantId, new AccessToken.OfUser("admin", tenantId, true));
      tokens.put("clerk-" + tenantId, new AccessToken.OfUser("clerk", tenantId, false));
      tokens.put("service-" + tenantId, new AccessToken.OfService("journal", tenantId));
    }
    put("till-9", 9, "20251123");
    put("till-11", 11, "20251123");
    put("till-12", 12, "20251123");
    put("till-77", 77, "20251123");
    put("undated", 77, "");
  }

  /** Terminals of the shop, each opened and with staff, whatever the directory says. */
  private void put(String token, int terminalNo, String businessDate) {
    Terminal terminal =
        new Terminal(
            new TerminalKey("A1234", "5678", terminalNo),
            Terminal.Status.OPENED,
            new TerminalSession(businessDate, 1, 7),
            Optional.of(ShopData.STAFF));
    tokens.put(token, new AccessToken.OfTerminal(terminal, ShopData.NOW.minusSeconds(60)));
  }

  @Override
  public CompletionStage<Optional<AccessToken>> verify(String token) {
    return CompletableFuture.completedFuture(Optional.ofNullable(tokens.get(token)));
  }
}
