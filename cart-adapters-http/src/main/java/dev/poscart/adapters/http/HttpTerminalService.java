package dev.poscart.adapters.http;

import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.TerminalDirectory;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Terminals and stores from the terminal service. */
final class HttpTerminalService implements TerminalDirectory {

  private final PeerServiceClient service;
  private final Credentials credentials;

  HttpTerminalService(PeerServiceClient service, Credentials credentials) {
    this.service = service;
    this.credentials = credentials;
  }

  /** The terminal service itself verifies the API key. */
  @Override
  public CompletionStage<Optional<Terminal>> authenticate(TerminalKey terminal, String apiKey) {
    return service
        .get(path(terminal), Credential.claimedKey(apiKey))
        .thenApply(
            reply -> {
              Optional<Terminal> known = terminal(terminal, reply);
              known.ifPresent(letIn -> credentials.accepted(terminal, apiKey));
              return known;
            });
  }

  @Override
  public CompletionStage<Optional<Terminal>> find(TerminalKey terminal, Instant notBefore) {
    Optional<Credential> credential = credentials.of(terminal.tenantId());
    return credential.isEmpty()
        ? CompletableFuture.completedFuture(Optional.empty())
        : service
            .get(path(terminal), credential.get())
            .thenApply(reply -> terminal(terminal, reply));
  }

  /** The store with its name; empty if the service does not know it or refuses to tell. */
  CompletionStage<Optional<Store>> store(StoreKey store) {
    return credentials
        .of(store.tenantId())
        .map(
            credential ->
                service
                    .get(
                        RoutePath.of("tenants", store.tenantId(), "stores", store.storeCode()),
                        credential)
                    .thenApply(reply -> store(store, credential, reply)))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  private Optional<Store> store(
      StoreKey store, Credential credential, PeerServiceClient.Reply reply) {
    if (reply.isRefused()) {
      credentials.refused(store.tenantId(), credential);
    }
    return reply.isFound()
        ? Optional.of(new Store(store, reply.data().path("storeName").asText("")))
        : Optional.empty();
  }

  private Optional<Terminal> terminal(TerminalKey asked, PeerServiceClient.Reply reply) {
    if (!reply.isFound()) {
      return Optional.empty();
    }
    Optional<Terminal> read = TerminalJson.read(asked, reply.data());
    if (read.isEmpty()) {
      throw service.invalidResponse("response is about another terminal");
    }
    return read;
  }

  private static RoutePath path(TerminalKey terminal) {
    return RoutePath.of("terminals", terminal.terminalId());
  }
}
