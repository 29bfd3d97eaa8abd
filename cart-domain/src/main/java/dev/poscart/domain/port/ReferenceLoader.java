package dev.poscart.domain.port;

import java.util.concurrent.CompletionStage;

/** Stores reference data. */
public interface ReferenceLoader {

  /**
   * Replaces a tenant's reference data as a whole. Carts and the transaction log are unaffected.
   * Idempotent.
   */
  CompletionStage<Void> load(TenantReference reference);

  /** Registers a tenant, so that it can have carts and a log. Existing data is kept. Idempotent. */
  CompletionStage<Void> register(String tenantId);
}
