package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.OutboxEntry;

/** A transaction in the log with its delivery record. */
final class Logged {

  final Transaction transaction;
  final long since;
  final boolean answered;

  private Delivery delivery;
  private long version = 1;

  Logged(Transaction transaction, long since, boolean answered) {
    this.transaction = transaction;
    this.since = since;
    this.answered = answered;
    this.delivery = Delivery.pending(transaction.generatedAt());
  }

  Delivery delivery() {
    return delivery;
  }

  long version() {
    return version;
  }

  void deliver(Delivery after, long newVersion) {
    delivery = after;
    version = newVersion;
  }

  OutboxEntry entry() {
    return new OutboxEntry(transaction, delivery, version);
  }

  boolean isOf(String tenantId) {
    return transaction.terminal().tenantId().equals(tenantId);
  }
}
