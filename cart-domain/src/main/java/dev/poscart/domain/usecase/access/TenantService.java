package dev.poscart.domain.usecase.access;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.port.ReferenceLoader;
import dev.poscart.domain.port.Stages;
import java.util.concurrent.CompletionStage;

/** Registers tenants. */
public final class TenantService {

  private final ReferenceLoader tenants;

  public TenantService(ReferenceLoader tenants) {
    this.tenants = tenants;
  }

  /**
   * Registers a tenant; idempotent.
   *
   * @param callersTenant the tenant of the caller; registering another one is refused with {@link
   *     Refusal#TENANT_MISMATCH}
   */
  public CompletionStage<Void> create(String callersTenant, String tenantId) {
    return Stages.attempt(
        () -> {
          if (!callersTenant.equals(tenantId)) {
            throw new Refused(Refusal.TENANT_MISMATCH, "Invalid ", Subject.tenant(tenantId));
          }
          return tenants.register(tenantId);
        });
  }
}
