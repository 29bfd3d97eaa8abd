package dev.poscart.domain.port;

import dev.poscart.domain.model.Promotion;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Knows the tenants' offers. */
public interface Promotions {

  /** All promotions of a tenant, whether they run now or not. */
  CompletionStage<List<Promotion>> ofTenant(String tenantId);
}
