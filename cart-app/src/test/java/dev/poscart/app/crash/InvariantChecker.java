package dev.poscart.app.crash;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.crash.CartRecord.Closing;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.Versioned;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Compares the stored data with what the terminals and the peer service know, once everything has
 * settled. Each promise is one method.
 */
final class InvariantChecker {

  private static final int FIRST_RECEIPT = 111_111;
  private static final String CART = "cart:";

  private final StoreView store;
  private final History history;
  private final EventCheck events;
  private final int terminals;
  private final StoredLog log;

  /**
   * Reads the log.
   *
   * @param came the events of a terminal, in the order in which they came first
   */
  InvariantChecker(
      StoreView store, History history, IntFunction<List<JsonNode>> came, int terminals) {
    this.store = store;
    this.history = history;
    this.events = new EventCheck(store.outbox(), came);
    this.terminals = terminals;
    this.log = new StoredLog(store.log(), terminals);
  }

  /**
   * Checks everything.
   *
   * @param delivered whether all events must have come; else those that wait may still come
   * @return the number of transactions
   */
  int check(boolean delivered) {
    claimsAreTakenOnce();
    for (int terminalNo = 1; terminalNo <= terminals; terminalNo++) {
      numbersFollow(log.of(terminalNo));
      events.cameInOrder(terminalNo, log.of(terminalNo), delivered);
    }
    log.all().forEach(InvariantChecker::moneyIsAllThere);
    log.all().forEach(this::wasAskedFor);
    history.carts().forEach(this::cartIsWhatItsTerminalKnows);
    history.reversals().forEach(this::reversalIsWhatItsTerminalKnows);
    ReversalLedger.check(log);
    assertThat(result(store.carts().findClosing(StoredLog.key(1).tenantId(), 10)))
        .as("carts that are still closing")
        .isEmpty();
    LogAudit.check(store, log, history);
    return log.all().size();
  }

  private static void numbersFollow(List<Transaction> entries) {
    for (int i = 0; i < entries.size(); i++) {
      assertThat(entries.get(i).position().position())
          .as("positions of %s", entries.get(i).terminal())
          .isEqualTo(i + 1);
      assertThat(entries.get(i).numbers())
          .as("numbers of %s", entries.get(i).terminal())
          .isEqualTo(new IssuedNumbers(i + 1, FIRST_RECEIPT + i));
    }
  }

  private void claimsAreTakenOnce() {
    Set<String> claims = new HashSet<>();
    Set<String> events = new HashSet<>();
    for (Transaction entry : log.all()) {
      assertThat(claims.add(entry.claim())).as("%s is taken once", entry.claim()).isTrue();
      assertThat(events.add(entry.eventId()))
          .as("event id of %s is given once", entry.key())
          .isTrue();
    }
  }

  /** The tenders less the change are the total of a sale; the refunds are the total of a return. */
  private static void moneyIsAllThere(Transaction entry) {
    Money paid = sum(entry.payments().stream().map(Payment::amount).toList());
    Money handedOver = sum(entry.payments().stream().map(Payment::tenderedAmount).toList());
    if (entry.type() == TransactionType.SALE) {
      assertThat(handedOver.minus(entry.sales().change()))
          .as("handed over for %s and kept", entry.key())
          .isEqualTo(paid);
    }
    if (!entry.sales().cancelled()) {
      assertThat(paid).as("payments of %s", entry.key()).isEqualTo(entry.sales().totalWithTax());
    }
  }

  /** Every transaction in the log was requested by a terminal and not refused. */
  private void wasAskedFor(Transaction entry) {
    if (entry.claim().startsWith(CART)) {
      CartRecord record =
          history
              .known(entry.claim().substring(CART.length()))
              .orElseThrow(() -> new AssertionError("no terminal knows " + entry.claim()));
      Closing how = entry.sales().cancelled() ? Closing.CANCEL : Closing.BILL;
      assertThat(record.canBe(how)).as("%s %s was asked for", how, record.id()).isTrue();
    } else {
      boolean isVoid = entry.type() != TransactionType.RETURN;
      assertThat(history.reversals())
          .as("%s %s was asked for", entry.type(), entry.key())
          .anyMatch(
              record ->
                  !record.isRefused()
                      && record.isVoid() == isVoid
                      && StoredLog.key(record.terminalNo()).equals(entry.terminal())
                      && log.find(record.of().terminalNo(), record.of().transactionNo())
                          .equals(log.find(entry.origin().orElseThrow().position())));
    }
  }

  private void cartIsWhatItsTerminalKnows(CartRecord record) {
    Optional<Versioned<Cart>> found =
        result(store.carts().find(StoredLog.key(1).tenantId(), new CartId(record.id())));
    assertThat(found).as("cart %s that was acknowledged", record.id()).isPresent();
    Cart cart = found.orElseThrow().value();
    assertThat(cart.lines())
        .as("lines of %s", record.id())
        .hasSizeGreaterThanOrEqualTo(record.lines());
    Optional<Transaction> entry =
        result(
            store.log().findByClaim(StoredLog.key(1).tenantId(), Transaction.claimOf(cart.id())));
    assertThat(cart.status()).as("status of %s", record.id()).isIn(statuses(entry));
    record
        .closed()
        .ifPresent(
            how -> {
              assertThat(entry)
                  .as("transaction of %s that was acknowledged", record.id())
                  .isPresent();
              isWhatWasTold(entry.orElseThrow(), record.told().orElseThrow());
            });
  }

  private static Set<CartStatus> statuses(Optional<Transaction> entry) {
    return entry
        .map(e -> Set.of(e.sales().cancelled() ? CartStatus.CANCELLED : CartStatus.COMPLETED))
        .orElse(Set.of(CartStatus.IDLE, CartStatus.ENTERING_ITEM, CartStatus.PAYING));
  }

  private void reversalIsWhatItsTerminalKnows(ReversalRecord record) {
    record
        .answer()
        .ifPresent(
            answer -> {
              History.KnownTransaction told =
                  new History.KnownTransaction(record.terminalNo(), answer);
              Transaction entry =
                  log.find(told.terminalNo(), told.transactionNo())
                      .orElseThrow(() -> new AssertionError("not in the log: " + answer));
              isWhatWasTold(entry, told);
              assertThat(entry.type() != TransactionType.RETURN).isEqualTo(record.isVoid());
            });
  }

  private static void isWhatWasTold(Transaction entry, History.KnownTransaction told) {
    JsonNode answer = told.answer();
    assertThat(entry.terminal()).isEqualTo(StoredLog.key(told.terminalNo()));
    assertThat(entry.numbers().transactionNo()).isEqualTo(told.transactionNo());
    assertThat(entry.numbers().receiptNo())
        .as("receipt number of %s", entry.key())
        .isEqualTo(answer.path("receiptNo").intValue());
    assertThat(entry.sales().totalWithTax().amount())
        .as("total of %s", entry.key())
        .isEqualByComparingTo(answer.path("totalAmountWithTax").decimalValue());
    assertThat(entry.sales().change().amount())
        .as("change of %s", entry.key())
        .isEqualByComparingTo(answer.path("changeAmount").decimalValue());
    assertThat(texts(entry.lines()))
        .as("lines of %s", entry.key())
        .isEqualTo(texts(answer.path("lineItems")));
    Map<Integer, BigDecimal> paid = new HashMap<>();
    for (JsonNode payment : answer.path("payments")) {
      paid.put(payment.path("paymentNo").intValue(), payment.path("paymentAmount").decimalValue());
    }
    assertThat(entry.payments()).as("payments of %s", entry.key()).hasSize(paid.size());
    entry
        .payments()
        .forEach(
            p ->
                assertThat(p.amount().amount())
                    .as("payment %d of %s", p.paymentNo(), entry.key())
                    .isEqualByComparingTo(paid.get(p.paymentNo())));
  }

  private static List<String> texts(List<LineItem> lines) {
    return lines.stream()
        .map(line -> text(line.lineNo(), line.quantity(), line.item().itemCode()))
        .toList();
  }

  private static List<String> texts(JsonNode lines) {
    List<String> texts = new ArrayList<>();
    for (JsonNode line : lines) {
      String itemCode = line.path("itemCode").textValue();
      texts.add(text(line.path("lineNo").intValue(), line.path("quantity").intValue(), itemCode));
    }
    return texts;
  }

  private static String text(int lineNo, int quantity, String itemCode) {
    return "%d: %d of %s".formatted(lineNo, quantity, itemCode);
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
