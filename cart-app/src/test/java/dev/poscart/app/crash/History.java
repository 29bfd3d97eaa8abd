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

/** What the terminals know: their requests and the answers. */
final class History {

  /** Returns are made of recent sales, so that several terminals compete for the same one. */
  private static final int RECENT = 40;

  private final ConcurrentMap<String, CartRecord> carts = new ConcurrentHashMap<>();
  private final List<ReversalRecord> reversals = new ArrayList<>();
  private final List<KnownTransaction> sales = new ArrayList<>();
  private List<NotedEnd> ends = List.of();

  /**
   * A transaction that a terminal was told of.
   *
   * @param terminalNo whose transaction it is
   * @param answer the cart or transaction of the answer
   */
  record KnownTransaction(int terminalNo, JsonNode answer) {

    int transactionNo() {
      return answer.path("transactionNo").intValue();
    }
  }

  CartRecord cart(String id) {
    return carts.computeIfAbsent(id, CartRecord::new);
  }

  Optional<CartRecord> known(String id) {
    return Optional.ofNullable(carts.get(id));
  }

  Collection<CartRecord> carts() {
    return carts.values();
  }

  synchronized ReversalRecord reversal(int byTerminal, String kind, KnownTransaction of) {
    ReversalRecord record = new ReversalRecord(byTerminal, kind, of);
    reversals.add(record);
    return record;
  }

  synchronized List<ReversalRecord> reversals() {
    return List.copyOf(reversals);
  }

  synchronized void sold(KnownTransaction sale) {
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
  synchronized Optional<KnownTransaction> recentSale(Random random) {
    int from = Math.max(0, sales.size() - RECENT);
    return sales.isEmpty()
        ? Optional.empty()
        : Optional.of(sales.get(from + random.nextInt(sales.size() - from)));
  }
}
