package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.usecase.audit.NotedEnd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the terminals know: what they asked for, and what they were told. */
final class Notebook {

  /** Returns are made of recent sales, so that several terminals want the same one. */
  private static final int RECENT = 40;

  private final ConcurrentMap<String, CartNote> carts = new ConcurrentHashMap<>();
  private final List<ReversalNote> reversals = new ArrayList<>();
  private final List<Told> sales = new ArrayList<>();
  private List<NotedEnd> ends = List.of();

  /**
   * A transaction that a terminal was told of.
   *
   * @param terminalNo whose transaction it is
   * @param answer the cart or transaction of the answer
   */
  record Told(int terminalNo, JsonNode answer) {

    int transactionNo() {
      return answer.path("transactionNo").intValue();
    }
  }

  CartNote cart(String id) {
    return carts.computeIfAbsent(id, CartNote::new);
  }

  Optional<CartNote> known(String id) {
    return Optional.ofNullable(carts.get(id));
  }

  Collection<CartNote> carts() {
    return carts.values();
  }

  synchronized ReversalNote reversal(int byTerminal, String kind, Told of, boolean inPieces) {
    ReversalNote note = new ReversalNote(byTerminal, kind, of, inPieces);
    reversals.add(note);
    return note;
  }

  synchronized List<ReversalNote> reversals() {
    return List.copyOf(reversals);
  }

  synchronized void sold(Told sale) {
    sales.add(sale);
  }

  /** Where the terminals' logs ended when they were checked last; nothing before it may change. */
  synchronized List<NotedEnd> ends() {
    return ends;
  }

  synchronized void noteEnds(List<NotedEnd> now) {
    ends = List.copyOf(now);
  }

  /** One of the latest sales of any terminal. */
  synchronized Optional<Told> recentSale(Random random) {
    int from = Math.max(0, sales.size() - RECENT);
    return sales.isEmpty()
        ? Optional.empty()
        : Optional.of(sales.get(from + random.nextInt(sales.size() - from)));
  }
}
