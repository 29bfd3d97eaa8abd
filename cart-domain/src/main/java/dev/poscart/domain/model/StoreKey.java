package dev.poscart.domain.model;

/** A store of a tenant. */
public record StoreKey(String tenantId, String storeCode) {

  public StoreKey {
    Expect.notBlank("tenantId", tenantId);
    Expect.notBlank("storeCode", storeCode);
  }
}
