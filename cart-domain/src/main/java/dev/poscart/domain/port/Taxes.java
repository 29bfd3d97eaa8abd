package dev.poscart.domain.port;

import dev.poscart.domain.model.TaxTable;
import java.util.concurrent.CompletionStage;

/** Knows the tax codes. */
public interface Taxes {

  /** A tenant's tax table; the standard one where the tenant has none of its own. */
  CompletionStage<TaxTable> ofTenant(String tenantId);
}
