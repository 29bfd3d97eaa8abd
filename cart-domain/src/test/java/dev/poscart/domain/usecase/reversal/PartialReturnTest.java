package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.sale.ReturnEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Returns of some pieces of a sale. */
class PartialReturnTest extends ReversalServiceFixture {

  @Test
  void pieces_areReturnedUntilNoneIsLeft_andThenTheSaleIsRefunded() {
    Transaction sale = sale();
    Transaction one = piecesOf(sale, 1, cash("100"));

    assertThat(one.lines().stream().map(LineItem::quantity).toList()).containsExactly(1);
    assertThat(one.sales().totalWithTax()).isEqualTo(Money.of(100));
    assertThat(one.taxes().get(0).targetAmount()).isEqualTo(Money.of(100));
    assertThat(status(sale)).isEqualTo(TransactionStatus.NONE);
    assertRefused(Refusal.INVALID_VALUE, () -> piecesOf(sale, 3, cash("300")));
    assertRefused(Refusal.INVALID_VALUE, () -> piecesOf(sale, 2, cash("100")));
    piecesOf(sale, 2, cash("200"));
    assertThat(status(sale)).isEqualTo(REFUNDED);
    assertRefused(Refusal.ALREADY_REFUNDED, () -> piecesOf(sale, 1, cash("100")));

    voidOf(TILL_9, one, cash("100"));
    assertThat(status(sale)).isEqualTo(TransactionStatus.NONE);
    piecesOf(sale, 1, cash("100"));
    assertThat(status(sale)).isEqualTo(REFUNDED);
  }

  @Test
  void partlyReturnedSale_canBeNeitherVoidedNorReturnedInFull() {
    Transaction sale = sale();
    Transaction one = piecesOf(sale, 1, cash("100"));

    assertRefused(
        Refusal.ALREADY_REFUNDED, () -> voidOf(TILL_9, sale, cashless("100"), cash("200")));
    assertRefused(Refusal.ALREADY_REFUNDED, () -> returnOf(TILL_9, sale, cash("300")));
    voidOf(TILL_9, one, cash("100"));
    voidOf(TILL_9, sale, cashless("100"), cash("200"));
  }

  @Test
  void selection_mustBelongToTheSale() {
    Transaction sale = sale();

    assertSelectionRefused(Refusal.NOT_FOUND, sale, new ReturnEntry(2, 1));
    assertSelectionRefused(Refusal.NOT_FOUND, sale, new ReturnEntry(0, 1));
    assertSelectionRefused(Refusal.INVALID_VALUE, sale, new ReturnEntry(1, 4));
    assertSelectionRefused(Refusal.INVALID_INPUT, sale, new ReturnEntry(1, 0));
    assertSelectionRefused(Refusal.INVALID_INPUT, sale, new ReturnEntry(1, -1));
    assertSelectionRefused(
        Refusal.INVALID_INPUT, sale, new ReturnEntry(1, 1), new ReturnEntry(1, 1));
    assertSelectionRefused(Refusal.INVALID_INPUT, sale);
  }

  private void assertSelectionRefused(Refusal refusal, Transaction sale, ReturnEntry... entries) {
    Refused refused =
        UseCaseFixture.refused(
            shop.reversals.returnTransaction(
                by(TILL_9), sale.key(), Optional.of(List.of(entries)), List.of(cash("100"))));
    assertThat(refused.refusal()).as(refused.detail()).isEqualTo(refusal);
  }
}
