package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.TerminalKey;

/** What decides an item: the terminal of a store does not matter, its tenant and store do. */
record ItemKey(String tenantId, String storeCode, String itemCode) {

  static ItemKey of(TerminalKey terminal, String itemCode) {
    return new ItemKey(terminal.tenantId(), terminal.storeCode(), itemCode);
  }
}
