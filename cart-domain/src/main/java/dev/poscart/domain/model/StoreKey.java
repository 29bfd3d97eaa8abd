package dev.poscart.domain.model;

/** Identifies a store of a tenant. */
public record StoreKey(String tenantId, String storeCode) {

  public StoreKey {
    Expect.notBlank("tenantId", tenantId);
    Expect.notBlank("storeCode", storeCode);
  }
}
