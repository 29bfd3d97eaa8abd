package dev.poscart.app.crash;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TransactionLog;

/** Stored data, read directly from the database. */
record StoreView(
    CartStore carts,
    TransactionLog log,
    DeskLog desk,
    LogInspection inspection,
    Outbox outbox,
    Runnable closing)
    implements AutoCloseable {

  static StoreView of(StoreSet storeSet) {
    return new StoreView(
        storeSet.carts(),
        storeSet.transactions(),
        storeSet.deskLog(),
        storeSet.inspection(),
        storeSet.outbox(),
        () -> Await.result(storeSet.close().thenApply(closed -> true)));
  }

  @Override
  public void close() {
    closing.run();
  }
}
