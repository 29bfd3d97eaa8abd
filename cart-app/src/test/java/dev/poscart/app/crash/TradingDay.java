package dev.poscart.app.crash;

import dev.poscart.app.TestShop;
import dev.poscart.app.TestTill;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntUnaryOperator;

/** The state that the terminals of a shop share while it is open. */
final class TradingDay {

  private final History history;
  private final Figures figures;
  private final IntUnaryOperator ports;
  private final HttpClient client;
  private final Queue<String> parked = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  TradingDay(History history, Figures figures, IntUnaryOperator ports, HttpClient client) {
    this.history = history;
    this.figures = figures;
    this.ports = ports;
    this.client = client;
  }

  History history() {
    return history;
  }

  Figures figures() {
    return figures;
  }

  TerminalConnection connection(int terminalNo, Random random) {
    TestTill till =
        new TestTill(client, 1, TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo))
            .checkingOneOf(23);
    return new TerminalConnection(till, ports, random, figures);
  }

  void park(String cartId) {
    parked.add(cartId);
  }

  /** A parked cart, reserved for the caller. */
  Optional<String> takeParked() {
    return Optional.ofNullable(parked.poll());
  }

  /** No new customers from now on. */
  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }
}
