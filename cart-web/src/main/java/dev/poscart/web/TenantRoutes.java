package dev.poscart.web;

import dev.poscart.domain.usecase.access.TenantService;
import java.util.concurrent.CompletionStage;

/** The route that creates a tenant. */
final class TenantRoutes {

  private static final int MAX_TENANT_ID = 128;

  private final TenantService tenants;

  TenantRoutes(TenantService tenants) {
    this.tenants = tenants;
  }

  CompletionStage<Renderable> create(String callersTenant, ApiRequest request) {
    String tenantId =
        request.body(
            (body, problems) ->
                CartBodies.fields(body, "body", problems).text("tenantId", MAX_TENANT_ID));
    return tenants
        .create(callersTenant, tenantId)
        .thenApply(
            created ->
                new Reply(
                    201,
                    "create_tenant",
                    "Creating tenant has completed: " + tenantId,
                    out -> {
                      out.writeStartObject();
                      out.writeStringField("tenantId", tenantId);
                      out.writeEndObject();
                    },
                    JsonValueWriter.NULL));
  }
}
