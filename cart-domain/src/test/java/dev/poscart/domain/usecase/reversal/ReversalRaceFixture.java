package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.sale.ReturnEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Sales that many tills reverse at once. */
abstract class ReversalRaceFixture {

  static final int TILLS = 8;

  static Refused refused(Throwable failure) {
    if (failure instanceof Refused refused) {
      return refused;
    }
    if (failure.getCause() instanceof Refused refused) {
      return refused;
    }
    throw new AssertionError("not refused but failed: " + failure, failure);
  }

  static Terminal till(int index) {
    return UseCaseFixture.till("A1234", "5678", 20 + index);
  }

  /** What the racing tills logged. */
  static List<Transaction> reversals(UseCaseFixture of) {
    List<Transaction> all = new ArrayList<>();
    IntStream.range(0, TILLS).forEach(i -> all.addAll(of.logged(till(i))));
    return all;
  }

  /** Apples of 100 yen each, paid in cash. */
  static Transaction sale(UseCaseFixture at, int apples) {
    CartId id = at.opened();
    Await.result(at.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", apples))));
    Await.result(at.carts.subtotal(by(TILL_9), id));
    Await.result(at.carts.pay(by(TILL_9), id, List.of(cash("1000"))));
    Await.result(at.carts.bill(by(TILL_9), id));
    return at.logged(TILL_9).get(0);
  }

  static CompletionStage<Transaction> returnOf(UseCaseFixture at, Terminal till, Transaction sale) {
    return at.reversals.returnTransaction(
        by(till), sale.key(), Optional.empty(), List.of(cash("300")));
  }

  static CompletionStage<Transaction> pieceOf(UseCaseFixture at, Terminal till, Transaction sale) {
    return at.reversals.returnTransaction(
        by(till), sale.key(), Optional.of(List.of(new ReturnEntry(1, 1))), List.of(cash("100")));
  }
}
