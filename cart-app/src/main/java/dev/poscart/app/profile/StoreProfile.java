package dev.poscart.app.profile;

import dev.poscart.domain.port.TenantReference;
import java.util.List;

/** A store profile, read and validated. */
public record StoreProfile(List<TenantReference> tenants, Catalogue catalogue) {

  public StoreProfile {
    tenants = List.copyOf(tenants);
  }
}
