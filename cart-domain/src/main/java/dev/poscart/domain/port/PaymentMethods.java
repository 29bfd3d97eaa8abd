package dev.poscart.domain.port;

import dev.poscart.domain.model.PaymentMethod;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Knows how a tenant's customers can pay. */
public interface PaymentMethods {

  /** All payment methods of a tenant by code, inactive ones too. */
  CompletionStage<Map<String, PaymentMethod>> ofTenant(String tenantId);
}
