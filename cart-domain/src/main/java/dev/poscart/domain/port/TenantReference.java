package dev.poscart.domain.port;

import dev.poscart.domain.model.ApiKeyHash;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.StaffMember;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import java.util.List;
import java.util.Optional;

/**
 * All reference data of one tenant, for loading.
 *
 * @param taxes empty: the default table
 */
public record TenantReference(
    String tenantId,
    List<Store> stores,
    List<RegisteredTerminal> terminals,
    List<PaymentMethod> paymentMethods,
    List<Setting> settings,
    List<Promotion> promotions,
    Optional<TaxTable> taxes,
    List<StaffMember> staff) {

  /** The same without staff. */
  public TenantReference(
      String tenantId,
      List<Store> stores,
      List<RegisteredTerminal> terminals,
      List<PaymentMethod> paymentMethods,
      List<Setting> settings,
      List<Promotion> promotions,
      Optional<TaxTable> taxes) {
    this(tenantId, stores, terminals, paymentMethods, settings, promotions, taxes, List.of());
  }

  /** A terminal and the hash of its API key. */
  public record RegisteredTerminal(Terminal terminal, ApiKeyHash apiKey) {}

  public TenantReference {
    stores = List.copyOf(stores);
    terminals = List.copyOf(terminals);
    paymentMethods = List.copyOf(paymentMethods);
    settings = List.copyOf(settings);
    promotions = List.copyOf(promotions);
    staff = List.copyOf(staff);
  }
}
