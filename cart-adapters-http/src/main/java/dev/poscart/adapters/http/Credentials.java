package dev.poscart.adapters.http;

import dev.poscart.domain.model.TerminalKey;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Chooses the credentials for requests about a tenant: a token of this service if it can issue one,
 * otherwise the API key of the tenant's terminal that authenticated last. Keys are held in memory
 * only, one per tenant.
 */
final class Credentials {

  private final Function<String, Optional<String>> serviceTokens;
  private final ConcurrentMap<String, Credential> lastKeys = new ConcurrentHashMap<>();

  /**
   * @param serviceTokens issues a token for a tenant; empty if that is not possible
   */
  Credentials(Function<String, Optional<String>> serviceTokens) {
    this.serviceTokens = serviceTokens;
  }

  void accepted(TerminalKey terminal, String apiKey) {
    lastKeys.put(terminal.tenantId(), Credential.terminalKey(terminal.terminalId(), apiKey));
  }

  /** Empty until a terminal of the tenant has authenticated. */
  Optional<Credential> of(String tenantId) {
    return serviceTokens
        .apply(tenantId)
        .map(Credential::serviceToken)
        .or(() -> Optional.ofNullable(lastKeys.get(tenantId)));
  }

  /** Discards rejected credentials; the next terminal to authenticate provides new ones. */
  void refused(String tenantId, Credential credential) {
    lastKeys.remove(tenantId, credential);
  }
}
