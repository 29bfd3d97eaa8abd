package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.TerminalKey;
import java.util.Optional;

/** The cache key of an item: its tenant, store and code. The terminal does not matter. */
record ItemKey(String tenantId, String storeCode, String itemCode) {

  static ItemKey of(TerminalKey terminal, String itemCode) {
    return new ItemKey(terminal.tenantId(), terminal.storeCode(), itemCode);
  }

  /** Whether it is of the tenant and, if one is given, of the store. */
  boolean isOf(String tenant, Optional<String> store) {
    return tenantId.equals(tenant) && store.map(storeCode::equals).orElse(true);
  }
}
