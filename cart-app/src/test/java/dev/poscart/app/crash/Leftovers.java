package dev.poscart.app.crash;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.crash.CartRecord.Closing;
import dev.poscart.app.crash.History.KnownTransaction;
import dev.poscart.domain.document.Chain;
import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The data of a day, which can be altered. The hash chain is then recomputed over the log, as it
 * would be if the service itself were wrong.
 */
final class Leftovers {

  final List<Transaction> entries = new ArrayList<>();
  final List<Cart> carts = new ArrayList<>();

  /** The entries of terminals 1, 2, ... */
  final List<List<ObjectNode>> events = new ArrayList<>();

  final List<Consumer<History>> notes = new ArrayList<>();

  /** Alterations applied to the complete log. */
  final List<Consumer<InMemoryTransactionLog>> damage = new ArrayList<>();

  /** A cart that was not closed. */
  String openCart = "";

  /** An identical copy. */
  Leftovers copy() {
    Leftovers copy = new Leftovers();
    copy.entries.addAll(entries);
    copy.carts.addAll(carts);
    for (List<ObjectNode> each : events) {
      copy.events.add(new ArrayList<>(each.stream().map(ObjectNode::deepCopy).toList()));
    }
    copy.notes.addAll(notes);
    copy.openCart = openCart;
    return copy;
  }

  /** What the terminals know. */
  History history() {
    History history = new History();
    notes.forEach(note -> note.accept(history));
    return history;
  }

  Transaction entry(int terminalNo, int transactionNo) {
    return entries.stream()
        .filter(entry -> entry.terminal().terminalNo() == terminalNo)
        .filter(entry -> entry.numbers().transactionNo() == transactionNo)
        .findFirst()
        .orElseThrow();
  }

  /** Removes an entry and its event. */
  void lose(int terminalNo, int transactionNo) {
    entries.remove(entry(terminalNo, transactionNo));
    events.get(terminalNo - 1).remove(transactionNo - 1);
  }

  /** Sets values of an entry; their names are dotted paths. */
  void alter(int terminalNo, int transactionNo, Map<String, Object> values) {
    Transaction before = entry(terminalNo, transactionNo);
    entries.set(entries.indexOf(before), with(before, values));
  }

  /** Adds a copy of an entry with these values as a terminal's next one, and its event. */
  void again(int likeTerminal, int likeNo, int terminalNo, Map<String, Object> values) {
    int next =
        1 + (int) entries.stream().filter(e -> e.terminal().terminalNo() == terminalNo).count();
    Map<String, Object> all = new HashMap<>(values);
    all.put("terminal_no", terminalNo);
    all.put("transaction_no", next);
    all.put("receipt_no", 111_110 + next);
    all.putIfAbsent("event_id", "event-%d-%d".formatted(terminalNo, next));
    Transaction added = with(entry(likeTerminal, likeNo), all);
    entries.add(added);
    if (terminalNo <= events.size()) {
      ObjectNode event = event(likeTerminal, likeNo).deepCopy();
      event.put("transaction_no", next).put("event_id", added.eventId());
      events.get(terminalNo - 1).add(event);
    }
  }

  ObjectNode event(int terminalNo, int transactionNo) {
    return events.get(terminalNo - 1).get(transactionNo - 1);
  }

  /** Changes what terminal 1 was told about a sale. */
  void tell(int transactionNo, String field, BigDecimal value) {
    String cart = cartOf(transactionNo);
    notes.add(
        history -> {
          CartRecord record = history.cart(cart);
          ObjectNode answer = record.told().orElseThrow().answer().deepCopy();
          record.closed(Closing.BILL, new KnownTransaction(1, answer.put(field, value)));
        });
  }

  /** The cart that an entry of terminal 1 closed. */
  String cartOf(int transactionNo) {
    return entry(1, transactionNo).claim().substring("cart:".length());
  }

  void alterCart(String id, UnaryOperator<Cart> change) {
    carts.replaceAll(cart -> cart.id().value().equals(id) ? change.apply(cart) : cart);
  }

  /** The data as read from the stores. */
  StoreView view() {
    InMemoryTransactionLog log = new InMemoryTransactionLog();
    Map<TerminalKey, LogEnd> ends = new HashMap<>();
    for (Transaction entry : entries) {
      Transaction tied = Chain.tie(entry, Optional.ofNullable(ends.get(entry.terminal())));
      assertThat(result(log.append(tied))).isEqualTo(new TransactionLog.Appended.Done());
      ends.put(entry.terminal(), TransactionTestData.endAt(tied));
    }
    damage.forEach(each -> each.accept(log));
    InMemoryCartStore stored = new InMemoryCartStore();
    carts.forEach(cart -> result(stored.insert(cart).thenApply(done -> true)));
    return new StoreView(stored, log, log.deskLog(), log.inspection(), log.outbox(), () -> {});
  }

  private static Transaction with(Transaction entry, Map<String, Object> values) {
    Map<String, Object> document = TransactionDocument.write(entry);
    values.forEach((path, value) -> put(document, path, value));
    return TransactionDocument.read(document);
  }

  static void put(Map<String, Object> document, String path, Object value) {
    put(document, List.of(path.split("\\.", -1)).iterator(), value);
  }

  @SuppressWarnings("unchecked")
  private static void put(Object container, Iterator<String> path, Object value) {
    String name = path.next();
    if (container instanceof List<?> list) {
      put(list.get(Integer.parseInt(name)), path, value);
    } else if (path.hasNext()) {
      put(((Map<String, Object>) container).getOrDefault(name, Map.of()), path, value);
    } else {
      ((Map<String, Object>) container).put(name, value);
    }
  }
}
