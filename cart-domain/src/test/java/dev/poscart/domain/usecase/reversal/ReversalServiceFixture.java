package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.Tender;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Sales that are voided and returned at two tills. */
abstract class ReversalServiceFixture {

  static final TransactionStatus REFUNDED = new TransactionStatus(false, true);

  final UseCaseFixture shop =
      new UseCaseFixture(new InMemoryCartStore(), new InMemoryTransactionLog());

  /** Three apples of 100 yen each, 100 paid cashless, 200 in cash of 1000. */
  Transaction sale() {
    return sale(TILL_9);
  }

  Transaction sale(Terminal till) {
    CartId id = Await.result(shop.carts.create(by(till), Optional.empty(), Customer.UNKNOWN));
    Await.result(shop.carts.addItems(by(till), id, List.of(keyed("APPLE", 3))));
    Await.result(shop.carts.subtotal(by(till), id));
    Await.result(shop.carts.pay(by(till), id, List.of(cashless("100"), cash("1000"))));
    Await.result(shop.carts.bill(by(till), id));
    return shop.logged(till).get(0);
  }

  Transaction voidOf(Terminal till, Transaction original, Tender... tenders) {
    return Await.result(shop.reversals.voidTransaction(by(till), original.key(), List.of(tenders)));
  }

  Transaction returnOf(Terminal till, Transaction original, Tender... tenders) {
    return Await.result(
        shop.reversals.returnTransaction(
            by(till), original.key(), Optional.empty(), List.of(tenders)));
  }

  Transaction piecesOf(Transaction sale, int pieces, Tender... tenders) {
    return Await.result(
        shop.reversals.returnTransaction(
            by(TILL_9),
            sale.key(),
            Optional.of(List.of(new ReturnEntry(1, pieces))),
            List.of(tenders)));
  }

  static void assertRefused(Refusal refusal, ThrowingCallable call) {
    assertThat(catchThrowable(call))
        .cause()
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  TransactionStatus status(Transaction of) {
    return Await.result(shop.transactions.find(TILL_9, of.key())).status();
  }
}
