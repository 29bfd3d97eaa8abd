package dev.poscart.app.crash;

import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.TransactionLog;

/** What is stored, read past the service. */
record StoreView(CartStore carts, TransactionLog log, Outbox outbox, Runnable closing)
    implements AutoCloseable {

  @Override
  public void close() {
    closing.run();
  }
}
