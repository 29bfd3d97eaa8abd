package dev.poscart.domain.port;

import dev.poscart.domain.model.PaymentMethod;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Provides the payment methods of the tenants. */
public interface PaymentMethods {

  /** All payment methods of a tenant by code, including inactive ones. */
  CompletionStage<Map<String, PaymentMethod>> ofTenant(String tenantId);
}
