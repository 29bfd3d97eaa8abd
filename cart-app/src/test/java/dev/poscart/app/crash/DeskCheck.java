package dev.poscart.app.crash;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskEntry.Kind;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.usecase.audit.LogReport;
import java.math.BigDecimal;
import java.util.List;

/** Compares what is in the log with what the terminals were told of their sessions. */
final class DeskCheck {

  private final StoreView store;
  private final StoredLog log;

  DeskCheck(StoreView store, int terminals) {
    this.store = store;
    this.log = new StoredLog(store.log(), terminals);
  }

  /**
   * Checks all sessions of all terminals.
   *
   * @param firstClosings how many sessions that were not opened at the desk were closed
   */
  void check(List<ToldShift> shifts, int firstClosings) {
    int told = firstClosings;
    for (ToldShift shift : shifts) {
      check(shift);
      told += shift.sales.size() + shift.cash.size() + 1;
    }
    LogReport verified = LogAudit.verified(store, List.of());
    assertThat(verified.entries()).as("entries of all tills").isEqualTo(told);
  }

  private void check(ToldShift shift) {
    List<DeskEntry> desk =
        result(store.desk().findDay(StoredLog.key(shift.terminalNo), shift.businessDate)).stream()
            .filter(entry -> entry.session().businessCounter() == shift.businessCounter)
            .toList();
    assertThat(desk).as("%s in the log", shift).isNotEmpty();
    assertThat(desk.get(0).kind()).as("how %s begins", shift).isEqualTo(Kind.OPENED);
    DeskEntry last = desk.get(desk.size() - 1);
    assertThat(last.kind()).as("how %s ends", shift).isEqualTo(Kind.CLOSED);
    assertThat(desk.stream().filter(entry -> entry.kind() != Kind.CLOSED).map(DeskCheck::moved))
        .as("cash of %s", shift)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(shift.cash);
    checkSales(shift, last);
    checkReport(shift, shift.report().orElseThrow());
  }

  private void checkSales(ToldShift shift, DeskEntry closing) {
    List<Transaction> sales =
        log.of(shift.terminalNo).stream()
            .filter(sale -> sale.session().equals(closing.session()))
            .toList();
    assertThat(sales)
        .as("sales of %s", shift)
        .extracting(sale -> sale.sales().totalWithTax().amount())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(shift.sales);
    assertThat(closing.counts().orElseThrow().transactions())
        .as("what the closing of %s counted", shift)
        .isEqualTo(sales.size());
  }

  private static BigDecimal moved(DeskEntry entry) {
    return entry.kind() == Kind.OPENED
        ? entry.state().openingFloat().map(Money::amount).orElse(BigDecimal.ZERO)
        : entry.signedAmount().amount();
  }

  private static void checkReport(ToldShift shift, JsonNode report) {
    assertThat(report.at("/salesGross/count").intValue())
        .as("sales in the Z report of %s", shift)
        .isEqualTo(shift.sales.size());
    assertThat(report.at("/salesGross/amount").decimalValue())
        .as("sum of the Z report of %s", shift)
        .isEqualByComparingTo(sum(shift.sales));
    assertThat(
            report
                .at("/cash/cashIn/amount")
                .decimalValue()
                .add(report.at("/cash/cashOut/amount").decimalValue()))
        .as("cash moved in the Z report of %s", shift)
        .isEqualByComparingTo(sum(shift.cash));
    assertThat(report.at("/cash/logicalAmount").decimalValue())
        .as("cash that the Z report of %s expects", shift)
        .isEqualByComparingTo(sum(shift.sales).add(sum(shift.cash)));
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
