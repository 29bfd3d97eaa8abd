package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.Tender;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which reversals are refused, by transaction, caller and tenders. */
class RefusedReversalTest extends ReversalServiceFixture {

  @Test
  void voidedSale_isNeitherVoidedNorReturnedAgain() {
    Transaction sale = sale();
    voidOf(TILL_9, sale, cashless("100"), cash("200"));

    assertRefused(Refusal.ALREADY_VOIDED, () -> voidOf(TILL_9, sale, cashless("100"), cash("200")));
    assertRefused(Refusal.ALREADY_VOIDED, () -> returnOf(TILL_9, sale, cash("300")));
    assertRefused(Refusal.ALREADY_VOIDED, () -> piecesOf(sale, 1, cash("100")));
  }

  @Test
  void returnedSale_isNeitherVoidedNorReturnedAgain() {
    Transaction sale = sale();
    returnOf(TILL_9, sale, cash("300"));

    assertRefused(
        Refusal.ALREADY_REFUNDED, () -> voidOf(TILL_9, sale, cashless("100"), cash("200")));
    assertRefused(Refusal.ALREADY_REFUNDED, () -> returnOf(TILL_9, sale, cash("300")));
    assertRefused(Refusal.ALREADY_REFUNDED, () -> piecesOf(sale, 1, cash("100")));
  }

  @Test
  void voids_cannotBeReversed_andReturnsCannotBeReturned() {
    Transaction sale = sale();
    Transaction back = returnOf(TILL_9, sale, cash("300"));
    assertRefused(Refusal.INVALID_VALUE, () -> returnOf(TILL_9, back, cash("300")));
    Transaction undone = voidOf(TILL_9, back, cash("300"));
    assertRefused(Refusal.ALREADY_VOIDED, () -> returnOf(TILL_9, back, cash("300")));

    assertRefused(Refusal.INVALID_VALUE, () -> voidOf(TILL_9, undone, cash("300")));
    assertRefused(Refusal.INVALID_VALUE, () -> returnOf(TILL_9, undone, cash("300")));
    assertThat(shop.logged(TILL_9)).hasSize(3);
  }

  @Test
  void voidPayments_mustBeTheOriginals() {
    Transaction sale = sale();

    assertRefused(Refusal.INVALID_VALUE, () -> voidOf(TILL_9, sale, cash("300")));
    assertRefused(Refusal.INVALID_VALUE, () -> voidOf(TILL_9, sale, cash("200")));
    assertRefused(Refusal.INVALID_VALUE, () -> voidOf(TILL_9, sale));
    assertRefused(Refusal.INVALID_VALUE, () -> voidOf(TILL_9, sale, cashless("100"), cash("1000")));
    assertRefused(
        Refusal.INVALID_VALUE,
        () -> voidOf(TILL_9, sale, cashless("100"), cash("200"), tender("12", "1")));
    assertRefused(
        Refusal.INVALID_VALUE,
        () -> voidOf(TILL_9, sale, cashless("100"), cashless("100"), cash("200")));
    assertThat(shop.logged(TILL_9)).hasSize(1);
  }

  @Test
  void returnPayments_mustBeKnown_andAddUpToTheTotal() {
    Transaction sale = sale();

    assertRefused(Refusal.NOT_FOUND, () -> returnOf(TILL_9, sale, tender("77", "300")));
    assertRefused(Refusal.INVALID_VALUE, () -> returnOf(TILL_9, sale, cash("299")));
    assertRefused(Refusal.INVALID_VALUE, () -> returnOf(TILL_9, sale));
    returnOf(TILL_9, sale, tender("12", "300"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-300", "0.001", "1000000000000"})
  void d18_tenderThatIsNotPositive_isRefused_inVoidsAndReturns(String amount) {
    Transaction sale = sale();

    assertRefused(Refusal.INVALID_INPUT, () -> voidOf(TILL_9, sale, cash(amount)));
    assertRefused(Refusal.INVALID_INPUT, () -> returnOf(TILL_9, sale, cash("600"), cash(amount)));
    Refused refused =
        UseCaseFixture.refused(
            shop.reversals.returnTransaction(
                by(TILL_9),
                sale.key(),
                Optional.of(List.of(new ReturnEntry(1, 1))),
                List.of(cash(amount))));
    assertThat(refused.place())
        .contains(InputPlace.of(InputField.TENDERS).entry(0).then(InputField.AMOUNT));
  }

  @Test
  void d31_cancelledSale_isNotReturnedForCash_norVoided() {
    CartId id = shop.opened();
    Await.result(shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 3))));
    Await.result(shop.carts.cancel(by(TILL_9), id));
    Transaction cancelled = shop.logged(TILL_9).get(0);

    assertRefused(Refusal.INVALID_VALUE, () -> returnOf(TILL_9, cancelled, cash("300")));
    assertRefused(Refusal.INVALID_VALUE, () -> piecesOf(cancelled, 1, cash("100")));
    assertRefused(Refusal.INVALID_VALUE, () -> voidOf(TILL_9, cancelled));
    assertThat(status(cancelled)).isEqualTo(TransactionStatus.NONE);
    assertThat(shop.logged(TILL_9)).hasSize(1);
  }

  @Test
  void d39_refusedReversals_leaveNoGap() {
    Transaction sale = sale();
    assertRefused(Refusal.INVALID_VALUE, () -> voidOf(TILL_9, sale, cash("1")));
    assertRefused(Refusal.NOT_FOUND, () -> returnOf(TILL_9, sale, tender("77", "300")));

    assertThat(returnOf(TILL_9, sale, cash("300")).numbers())
        .isEqualTo(new IssuedNumbers(2, 111_112));
  }

  @Test
  void otherTenantsTransactions_andThoseOfOtherTills_cannotBeReversed() {
    Transaction sale = sale();
    Terminal otherStore = UseCaseFixture.till("A1234", "9999", 9);
    Terminal otherTenant = UseCaseFixture.till("B9999", "5678", 9);

    assertRefused(
        Refusal.INVALID_INPUT, () -> voidOf(otherStore, sale, cashless("100"), cash("200")));
    assertRefused(Refusal.INVALID_INPUT, () -> returnOf(otherTenant, sale, cash("300")));
    assertRefused(Refusal.INVALID_INPUT, () -> voidOf(TILL_10, sale, cashless("100"), cash("200")));
  }

  @Test
  void withoutStaff_nothingIsReversed() {
    Transaction sale = sale();
    assertRefused(
        Refusal.STAFF_NOT_SIGNED_IN,
        () -> returnOf(UseCaseFixture.signedOut(TILL_9), sale, cash("300")));
  }

  @Test
  void missingTransaction_isNotFound() {
    TransactionKey missing = new TransactionKey(TILL_9.key(), 77);
    Refused refused =
        UseCaseFixture.refused(
            shop.reversals.voidTransaction(by(TILL_9), missing, List.of(cash("1"))));

    assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND);
    assertThat(refused.detail()).isEqualTo("Transaction not found: transaction 77");
  }

  private static Tender tender(String code, String amount) {
    return new Tender(code, Money.of(amount), Optional.empty());
  }
}
