package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What is known about one cart. */
final class CartRecord {

  /** How a cart is closed. */
  enum Closing {
    BILL,
    CANCEL
  }

  private final String id;
  private final Set<Closing> possible = EnumSet.noneOf(Closing.class);
  private Optional<Closing> closed = Optional.empty();
  private Optional<History.KnownTransaction> told = Optional.empty();
  private int lines;

  CartRecord(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** An answer showed this cart. */
  synchronized void seen(JsonNode cart) {
    lines = Math.max(lines, cart.path("lineItems").size());
  }

  /** This number of lines was entered. */
  synchronized void has(int entered) {
    lines = Math.max(lines, entered);
  }

  /** An attempt to close it got no answer: it may have been closed this way, or may yet be. */
  synchronized void mayBe(Closing closing) {
    possible.add(closing);
  }

  synchronized void closed(Closing how, History.KnownTransaction answer) {
    possible.add(how);
    closed = Optional.of(how);
    told = Optional.of(answer);
  }

  synchronized boolean canBe(Closing closing) {
    return possible.contains(closing);
  }

  synchronized Optional<Closing> closed() {
    return closed;
  }

  synchronized Optional<History.KnownTransaction> told() {
    return told;
  }

  /** The highest number of lines in any answer, or in all answers together. */
  synchronized int lines() {
    return lines;
  }
}
