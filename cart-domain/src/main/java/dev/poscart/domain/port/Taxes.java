package dev.poscart.domain.port;

import dev.poscart.domain.model.TaxTable;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Provides the tax tables of the tenants. */
public interface Taxes {

  /** The tenant's own tax table; empty if the default one applies. */
  CompletionStage<Optional<TaxTable>> ofTenant(String tenantId);
}
