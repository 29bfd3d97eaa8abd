package dev.poscart.domain.port;

import java.util.concurrent.CompletionStage;

/** Takes reference data in. */
public interface ReferenceLoader {

  /**
   * Makes a tenant's reference data exactly this; what is not in it is gone afterwards. Carts and
   * the log are not touched. Repeating it changes nothing.
   */
  CompletionStage<Void> load(TenantReference reference);

  /**
   * Makes a tenant known and makes room for its carts and its log. What is there already stays as
   * it is; repeating it changes nothing.
   */
  CompletionStage<Void> register(String tenantId);
}
