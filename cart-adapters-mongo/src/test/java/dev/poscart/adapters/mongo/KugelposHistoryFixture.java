package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.sale.SaleHistory;
import dev.poscart.domain.usecase.numbering.Numbering;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** The log that kugelpos left, carried on through the ports. */
abstract class KugelposHistoryFixture extends MongoStoreSetFixture {

  static final TerminalKey TILL_1 = new TerminalKey("K7310", "2101", 1);
  static final TerminalKey TILL_2 = new TerminalKey("K7310", "2101", 2);
  static final TerminalKey OTHER_STORE = new TerminalKey("K7310", "2102", 1);

  @BeforeEach
  void restore() {
    KugelposDay.restore(raw, "test");
  }

  Transaction append(TransactionTestData entry) {
    return result(
            new Numbering(storeSet.transactions())
                .append(
                    entry.make().terminal(),
                    CartTestData.RECEIPT.numbers(),
                    numbers -> entry.numbers(numbers).make()))
        .transaction();
  }

  Transaction find(TerminalKey terminal, int transactionNo) {
    return result(storeSet.transactions().find(terminal, transactionNo)).orElseThrow();
  }

  SaleHistory history(TerminalKey terminal, int transactionNo) {
    LogPosition sale = new LogPosition(terminal, transactionNo);
    return SaleHistory.of(
        sale, result(storeSet.transactions().findReversals("K7310", Set.of(sale))));
  }
}
