package dev.poscart.app.crash;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.crash.CartNote.Closing;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.OutboxEntry;
import dev.poscart.domain.port.Versioned;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what is stored with what the terminals and the neighbour know, once all is quiet. Each
 * promise is one method.
 */
final class Checker {

  private static final int FIRST_RECEIPT = 111_111;
  private static final String CART = "cart:";

  private final StoreView store;
  private final Notebook notebook;
  private final EventSink sink;
  private final int terminals;
  private final StoredLog log;

  Checker(StoreView store, Notebook notebook, EventSink sink, int terminals) {
    this.store = store;
    this.notebook = notebook;
    this.sink = sink;
    this.terminals = terminals;
    this.log = new StoredLog(store.log(), terminals);
  }

  /**
   * Checks everything.
   *
   * @param delivered whether all events must have come; else those that wait may still come
   * @return how many transactions there are
   */
  int check(boolean delivered) {
    for (int terminalNo = 1; terminalNo <= terminals; terminalNo++) {
      numbersFollow(log.of(terminalNo));
      eventsCameInOrder(terminalNo, delivered);
    }
    claimsAreTakenOnce();
    log.all().forEach(Checker::moneyIsAllThere);
    log.all().forEach(this::wasAskedFor);
    notebook.carts().forEach(this::cartIsWhatItsTerminalKnows);
    notebook.reversals().forEach(this::reversalIsWhatItsTerminalKnows);
    ReversalLedger.check(log);
    assertThat(result(store.carts().findClosing(StoredLog.key(1).tenantId(), 10)))
        .as("carts that are still closing")
        .isEmpty();
    LogAudit.check(store, log, notebook);
    return log.all().size();
  }

  private static void numbersFollow(List<Transaction> entries) {
    for (int i = 0; i < entries.size(); i++) {
      assertThat(entries.get(i).numbers().transactionNo()).isEqualTo(i + 1);
      assertThat(entries.get(i).numbers().receiptNo()).isEqualTo(FIRST_RECEIPT + i);
    }
  }

  private void claimsAreTakenOnce() {
    Set<String> claims = new HashSet<>();
    Set<String> events = new HashSet<>();
    for (Transaction entry : log.all()) {
      assertThat(claims.add(entry.claim())).as("%s is taken once", entry.claim()).isTrue();
      assertThat(events.add(entry.eventId())).as("event of %s", entry.key()).isTrue();
    }
  }

  /** What was handed over, less the change, is what the sale cost; a refund is what it gives. */
  private static void moneyIsAllThere(Transaction entry) {
    Money paid = sum(entry.payments().stream().map(Payment::amount).toList());
    Money kept = sum(entry.payments().stream().map(p -> p.deposit().minus(p.change())).toList());
    if (entry.type() == TransactionType.SALE) {
      assertThat(kept).as("cash of %s", entry.key()).isEqualTo(paid);
    }
    if (!entry.sales().cancelled()) {
      assertThat(paid).as("payments of %s", entry.key()).isEqualTo(entry.sales().totalWithTax());
    }
  }

  /** Nothing is in the log that no terminal asked for, or that was refused to all who did. */
  private void wasAskedFor(Transaction entry) {
    if (entry.claim().startsWith(CART)) {
      CartNote note =
          notebook
              .known(entry.claim().substring(CART.length()))
              .orElseThrow(() -> new AssertionError("no terminal knows " + entry.claim()));
      Closing how = entry.sales().cancelled() ? Closing.CANCEL : Closing.BILL;
      assertThat(note.canBe(how)).as("%s %s was asked for", how, note.id()).isTrue();
    } else {
      boolean isVoid = entry.type() != TransactionType.RETURN;
      assertThat(notebook.reversals())
          .as("%s %s was asked for", entry.type(), entry.key())
          .anyMatch(
              note ->
                  !note.isRefused()
                      && note.isVoid() == isVoid
                      && StoredLog.key(note.terminalNo()).equals(entry.terminal())
                      && log.find(note.of().terminalNo(), note.of().transactionNo())
                          .equals(log.find(entry.origin().orElseThrow().key())));
    }
  }

  private void cartIsWhatItsTerminalKnows(CartNote note) {
    Optional<Versioned<Cart>> found =
        result(store.carts().find(StoredLog.key(1).tenantId(), new CartId(note.id())));
    assertThat(found).as("cart %s that was acknowledged", note.id()).isPresent();
    Cart cart = found.orElseThrow().value();
    assertThat(cart.lines()).as("lines of %s", note.id()).hasSizeGreaterThanOrEqualTo(note.lines());
    Optional<Transaction> entry =
        result(
            store.log().findByClaim(StoredLog.key(1).tenantId(), Transaction.claimOf(cart.id())));
    assertThat(cart.status()).as("status of %s", note.id()).isIn(statuses(entry));
    note.closed()
        .ifPresent(
            how -> {
              assertThat(entry)
                  .as("transaction of %s that was acknowledged", note.id())
                  .isPresent();
              isWhatWasTold(entry.orElseThrow(), note.told().orElseThrow());
            });
  }

  private static Set<CartStatus> statuses(Optional<Transaction> entry) {
    return entry
        .map(e -> Set.of(e.sales().cancelled() ? CartStatus.CANCELLED : CartStatus.COMPLETED))
        .orElse(Set.of(CartStatus.IDLE, CartStatus.ENTERING_ITEM, CartStatus.PAYING));
  }

  private void reversalIsWhatItsTerminalKnows(ReversalNote note) {
    note.answer()
        .ifPresent(
            answer -> {
              Notebook.Told told = new Notebook.Told(note.terminalNo(), answer);
              Transaction entry =
                  log.find(told.terminalNo(), told.transactionNo())
                      .orElseThrow(() -> new AssertionError("not in the log: " + answer));
              isWhatWasTold(entry, told);
              assertThat(entry.type() != TransactionType.RETURN).isEqualTo(note.isVoid());
            });
  }

  private static void isWhatWasTold(Transaction entry, Notebook.Told told) {
    JsonNode answer = told.answer();
    assertThat(entry.terminal()).isEqualTo(StoredLog.key(told.terminalNo()));
    assertThat(entry.numbers().transactionNo()).isEqualTo(told.transactionNo());
    assertThat(entry.numbers().receiptNo()).isEqualTo(answer.path("receiptNo").intValue());
    assertThat(entry.sales().totalWithTax().amount())
        .as("total of %s", entry.key())
        .isEqualByComparingTo(answer.path("totalAmountWithTax").decimalValue());
    assertThat(entry.sales().change().amount())
        .isEqualByComparingTo(answer.path("changeAmount").decimalValue());
    Map<Integer, BigDecimal> paid = new HashMap<>();
    for (JsonNode payment : answer.path("payments")) {
      paid.put(payment.path("paymentNo").intValue(), payment.path("paymentAmount").decimalValue());
    }
    assertThat(entry.payments()).as("payments of %s", entry.key()).hasSize(paid.size());
    entry
        .payments()
        .forEach(
            p -> assertThat(p.amount().amount()).isEqualByComparingTo(paid.get(p.paymentNo())));
  }

  /** Their first arrivals are numbers 1, 2, 3, ... and nothing else. */
  private void eventsCameInOrder(int terminalNo, boolean delivered) {
    List<JsonNode> events = sink.eventsOf(terminalNo);
    List<Transaction> entries = log.of(terminalNo);
    assertThat(events).hasSizeLessThanOrEqualTo(entries.size());
    for (int i = 0; i < events.size(); i++) {
      Transaction entry = entries.get(i);
      JsonNode event = events.get(i);
      assertThat(event.path("transaction_no").intValue())
          .as("event %d of terminal %d", i + 1, terminalNo)
          .isEqualTo(i + 1);
      assertThat(event.path("event_id").textValue()).isEqualTo(entry.eventId());
      assertThat(event.path("sales").path("total_amount_with_tax").decimalValue())
          .isEqualByComparingTo(entry.sales().totalWithTax().amount());
    }
    for (Transaction waiting : entries.subList(events.size(), entries.size())) {
      assertThat(delivered).as("event of %s is there", waiting.key()).isFalse();
      assertThat(delivery(waiting)).as("delivery of %s", waiting.key()).isNotEmpty();
      assertThat(delivery(waiting).orElseThrow().isPublished()).isFalse();
    }
  }

  private Optional<Delivery> delivery(Transaction entry) {
    return result(store.outbox().find(entry.terminal().tenantId(), entry.eventId()))
        .map(OutboxEntry::delivery);
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
