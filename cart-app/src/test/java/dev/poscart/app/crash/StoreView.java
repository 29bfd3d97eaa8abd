package dev.poscart.app.crash;

import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.TransactionLog;

/** What is stored, read past the service. */
record StoreView(
    CartStore carts, TransactionLog log, LogInspection inspection, Outbox outbox, Runnable closing)
    implements AutoCloseable {

  @Override
  public void close() {
    closing.run();
  }
}
