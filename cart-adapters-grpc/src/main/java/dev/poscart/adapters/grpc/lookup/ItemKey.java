package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.TerminalKey;

/** The cache key of an item: its tenant, store and code. The terminal does not matter. */
record ItemKey(String tenantId, String storeCode, String itemCode) {

  static ItemKey of(TerminalKey terminal, String itemCode) {
    return new ItemKey(terminal.tenantId(), terminal.storeCode(), itemCode);
  }
}
