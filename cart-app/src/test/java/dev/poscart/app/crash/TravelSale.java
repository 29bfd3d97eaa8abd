package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a travelling terminal knows of one sale, written before each attempt to close it: an answer
 * that does not come says nothing.
 */
final class TravelSale {

  /**
   * An answer to the closing.
   *
   * @param site that gave it
   */
  record Told(int site, int transactionNo, int receiptNo) {}

  private final int terminalNo;
  private final String cartId;
  private final boolean cancelled;
  private final Set<Integer> asked = new TreeSet<>();
  private final List<Told> told = new ArrayList<>();

  TravelSale(int terminalNo, String cartId, boolean cancelled) {
    this.terminalNo = terminalNo;
    this.cartId = cartId;
    this.cancelled = cancelled;
  }

  int terminalNo() {
    return terminalNo;
  }

  String cartId() {
    return cartId;
  }

  boolean cancelled() {
    return cancelled;
  }

  void asks(int site) {
    asked.add(site);
  }

  void answered(int site, JsonNode cart) {
    told.add(
        new Told(site, cart.path("transactionNo").intValue(), cart.path("receiptNo").intValue()));
  }

  boolean wasAsked(int site) {
    return asked.contains(site);
  }

  List<Told> told() {
    return List.copyOf(told);
  }
}
