package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Each log holds a sale at most once; several logs hold it only after an attempt without an answer,
 * and then with the same numbers, if the terminal gave them.
 */
final class TravelCheck {

  private final Map<String, TravelSale> sales;
  private final boolean numbered;

  TravelCheck(Collection<TravelSale> sales, boolean numbered) {
    this.sales = sales.stream().collect(Collectors.toMap(TravelSale::cartId, Function.identity()));
    this.numbered = numbered;
  }

  /**
   * Checks the logs of all sites.
   *
   * @return the number of sales that several of them hold
   */
  int check(List<List<Transaction>> logs) {
    for (int site = 0; site < logs.size(); site++) {
      checkLog(site, logs.get(site));
    }
    int doubles = 0;
    for (TravelSale sale : sales.values()) {
      List<Transaction> logged =
          logs.stream().flatMap(List::stream).filter(entry -> isOf(sale, entry)).toList();
      assertThat(logged).as("sale %s is in a log", sale.cartId()).isNotEmpty();
      doubles += logged.size() > 1 ? 1 : 0;
      if (numbered) {
        assertThat(logged.stream().map(Transaction::numbers).distinct())
            .as("numbers of sale %s in all logs", sale.cartId())
            .hasSize(1);
        assertThat(logged.stream().map(entry -> entry.generatedAt().toInstant()).distinct())
            .as("time of sale %s in all logs", sale.cartId())
            .hasSize(1);
      }
    }
    return doubles;
  }

  private void checkLog(int site, List<Transaction> log) {
    for (Transaction entry : log) {
      TravelSale sale = Optional.ofNullable(sales.get(entry.cartId().value())).orElseThrow();
      assertThat(sale.wasAsked(site))
          .as("site %d was asked to close %s", site, sale.cartId())
          .isTrue();
      assertThat(entry.sales().cancelled())
          .as("%s is cancelled", sale.cartId())
          .isEqualTo(sale.cancelled());
    }
    assertUnique("sales", site, log, entry -> entry.cartId().value());
    assertUnique(
        "receipts",
        site,
        log,
        entry -> entry.terminal().terminalId() + " " + entry.numbers().receiptNo());
    sales.values().forEach(sale -> checkTold(site, sale, log));
  }

  private static void assertUnique(
      String what, int site, List<Transaction> log, Function<Transaction, String> key) {
    assertThat(log.stream().map(key))
        .as("%s in the log of site %d", what, site)
        .doesNotHaveDuplicates();
  }

  private static void checkTold(int site, TravelSale sale, List<Transaction> log) {
    sale.told().stream()
        .filter(told -> told.site() == site)
        .forEach(
            told ->
                assertThat(
                        log.stream().filter(entry -> isOf(sale, entry)).map(Transaction::numbers))
                    .as("numbers of %s in the log of site %d, which answered", sale.cartId(), site)
                    .extracting(IssuedNumbers::transactionNo, IssuedNumbers::receiptNo)
                    .containsExactly(tuple(told.transactionNo(), told.receiptNo())));
  }

  private static boolean isOf(TravelSale sale, Transaction entry) {
    return entry.cartId().value().equals(sale.cartId());
  }
}
