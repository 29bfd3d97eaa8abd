package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Replays the history of a sale: nothing is returned twice, and no more than was sold. */
final class ReversalLedger {

  private final Transaction sale;
  private final Map<LogPosition, Transaction> returned = new LinkedHashMap<>();
  private boolean voided;

  private ReversalLedger(Transaction sale) {
    this.sale = sale;
  }

  static void check(StoredLog log) {
    Map<LogPosition, TreeMap<Integer, Transaction>> histories = new HashMap<>();
    for (Transaction entry : log.all()) {
      ReversalClaim.of(entry)
          .ifPresent(
              claim ->
                  histories
                      .computeIfAbsent(claim.sale(), sale -> new TreeMap<>())
                      .put(claim.place(), entry));
    }
    histories.forEach(
        (key, history) -> {
          Transaction sale =
              log.find(key).orElseThrow(() -> new AssertionError("reversed, not sold: " + key));
          assertThat(history.lastKey()).as("places of %s", key).isEqualTo(history.size());
          ReversalLedger ledger = new ReversalLedger(sale);
          history.values().forEach(ledger::play);
        });
  }

  private void play(Transaction reversal) {
    LogPosition origin = reversal.origin().orElseThrow().position();
    assertThat(voided).as("%s was voided before", sale.position()).isFalse();
    switch (reversal.type()) {
      case VOID_SALE -> {
        assertThat(origin).isEqualTo(sale.position());
        assertThat(returned).as("returned before its void: %s", sale.position()).isEmpty();
        assertThat(reversal.sales().totalWithTax()).isEqualTo(sale.sales().totalWithTax());
        voided = true;
      }
      case RETURN -> {
        assertThat(origin).isEqualTo(sale.position());
        returned.put(reversal.position(), reversal);
        nothingBeyondTheSale();
      }
      case VOID_RETURN ->
          assertThat(returned.remove(origin)).as("return %s, not voided", origin).isNotNull();
      case SALE -> throw new AssertionError(reversal.position() + " is a sale that reverses");
    }
  }

  private void nothingBeyondTheSale() {
    assertThat(sale.type()).isEqualTo(TransactionType.SALE);
    Money money =
        returned.values().stream()
            .map(entry -> entry.sales().totalWithTax())
            .reduce(Money.ZERO, Money::plus);
    assertThat(money)
        .as("returned of %s", sale.position())
        .isLessThanOrEqualTo(sale.sales().totalWithTax());
    for (LineItem line : sale.lines()) {
      int pieces =
          returned.values().stream()
              .flatMap(entry -> entry.lines().stream())
              .filter(back -> back.lineNo() == line.lineNo())
              .mapToInt(LineItem::quantity)
              .sum();
      assertThat(pieces).as("pieces of %s", sale.position()).isLessThanOrEqualTo(line.quantity());
    }
  }
}
