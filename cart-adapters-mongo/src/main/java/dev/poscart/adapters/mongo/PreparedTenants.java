package dev.poscart.adapters.mongo;

import com.mongodb.event.ServerDescriptionChangedEvent;
import com.mongodb.event.ServerListener;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers which tenants' databases have their indexes. The server may come back restored or
 * emptied after an outage, so a lost connection clears this memory.
 */
final class PreparedTenants implements ServerListener {

  private final Map<String, CompletableFuture<TenantDatabase>> prepared = new ConcurrentHashMap<>();

  /** Prepares a tenant once: the first caller does it, the others wait for it. */
  CompletionStage<TenantDatabase> once(
      String tenantId, Supplier<CompletionStage<TenantDatabase>> prepare) {
    CompletableFuture<TenantDatabase> ours = new CompletableFuture<>();
    CompletableFuture<TenantDatabase> theirs = prepared.putIfAbsent(tenantId, ours);
    if (theirs != null) {
      return theirs;
    }
    prepare
        .get()
        .whenComplete(
            (database, failure) -> {
              if (failure != null) {
                // Removed before the callers learn of the failure, so that a retry prepares again.
                prepared.remove(tenantId, ours);
                ours.completeExceptionally(failure);
              } else {
                ours.complete(database);
              }
            });
    return ours;
  }

  /** Forgets that the tenant's database has its indexes. */
  void forget(String tenantId) {
    prepared.remove(tenantId);
  }

  @Override
  public void serverDescriptionChanged(ServerDescriptionChangedEvent event) {
    if (event.getPreviousDescription().isOk() && !event.getNewDescription().isOk()) {
      prepared.clear();
    }
  }
}
