package dev.poscart.domain.port;

import dev.poscart.domain.model.TaxTable;
import java.util.concurrent.CompletionStage;

/** Provides the tax tables of the tenants. */
public interface Taxes {

  /** The tenant's tax table, or the default one if it has none. */
  CompletionStage<TaxTable> ofTenant(String tenantId);
}
