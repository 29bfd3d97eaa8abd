package dev.poscart.adapters.http;

import dev.poscart.domain.model.TerminalKey;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * In whose name peer services are asked about a tenant: with a token of the service where it can
 * issue one, else with the key of the tenant's terminal that was let in last. Keys are held in
 * memory only, one per tenant.
 */
final class Credentials {

  private final Function<String, Optional<String>> serviceTokens;
  private final ConcurrentMap<String, Credential> lastKeys = new ConcurrentHashMap<>();

  /**
   * @param serviceTokens a token for a tenant, empty if none can be issued
   */
  Credentials(Function<String, Optional<String>> serviceTokens) {
    this.serviceTokens = serviceTokens;
  }

  void accepted(TerminalKey terminal, String apiKey) {
    lastKeys.put(terminal.tenantId(), Credential.terminalKey(terminal.terminalId(), apiKey));
  }

  /** Empty as long as nobody of the tenant has been let in. */
  Optional<Credential> of(String tenantId) {
    return serviceTokens
        .apply(tenantId)
        .map(Credential::serviceToken)
        .or(() -> Optional.ofNullable(lastKeys.get(tenantId)));
  }

  /** It was refused: the next one to be let in brings a better one. */
  void refused(String tenantId, Credential credential) {
    lastKeys.remove(tenantId, credential);
  }
}
