package dev.poscart.app;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ReferenceLoader;
import dev.poscart.domain.port.TerminalDirectory;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Registers a tenant in the database when the first of its terminals authenticates at an external
 * directory, so that jobs that iterate over all tenants include it.
 */
final class TenantIntake implements TerminalDirectory {

  private final TerminalDirectory directory;
  private final ReferenceLoader tenants;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  TenantIntake(TerminalDirectory directory, ReferenceLoader tenants) {
    this.directory = directory;
    this.tenants = tenants;
  }

  @Override
  public CompletionStage<Optional<Terminal>> authenticate(TerminalKey terminal, String apiKey) {
    return directory.authenticate(terminal, apiKey).thenCompose(this::register);
  }

  @Override
  public CompletionStage<Optional<Terminal>> find(TerminalKey terminal, Instant notBefore) {
    return directory.find(terminal, notBefore).thenCompose(this::register);
  }

  private CompletionStage<Optional<Terminal>> register(Optional<Terminal> found) {
    String tenantId = found.map(terminal -> terminal.key().tenantId()).orElse("");
    return found.isEmpty() || known.contains(tenantId)
        ? CompletableFuture.completedFuture(found)
        : tenants
            .register(tenantId)
            .thenApply(
                done -> {
                  known.add(tenantId);
                  return found;
                });
  }
}
