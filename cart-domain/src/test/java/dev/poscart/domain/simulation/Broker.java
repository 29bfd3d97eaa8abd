package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Accepts events and delivers each to the peer services. */
final class Broker {

  private final List<Transaction> taken = new ArrayList<>();
  private final Consumer<Transaction> peers;

  Broker(Consumer<Transaction> peers) {
    this.peers = peers;
  }

  void take(Transaction event) {
    taken.add(event);
    peers.accept(event);
  }

  /** All received events in order, including duplicates. */
  List<Transaction> taken() {
    return taken;
  }
}
