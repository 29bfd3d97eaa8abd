package dev.poscart.domain.usecase.reversal;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_10;
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
import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.Tender;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversalServiceTest {

  private static final TransactionStatus VOIDED = new TransactionStatus(true, false);
  private static final TransactionStatus REFUNDED = new TransactionStatus(false, true);

  private final UseCaseFixture shop =
      new UseCaseFixture(new InMemoryCartStore(), new InMemoryTransactionLog());

  @Test
  void voidOfASale_isTheSaleAgain_withItsPaymentsAndTheTillsNumbers() {
    Transaction sale = sale();
    Transaction made = voidOf(TILL_9, sale, cashless("100"), cash("200"));

    assertThat(made.type()).isEqualTo(TransactionType.VOID_SALE);
    assertThat(made.numbers()).isEqualTo(new IssuedNumbers(2, 111_112));
    assertThat(made.origin()).contains(Origin.of(sale));
    assertThat(made.lines()).isEqualTo(sale.lines());
    assertThat(made.taxes()).isEqualTo(sale.taxes());
    assertThat(made.sales().totalWithTax()).isEqualTo(Money.of(300));
    assertThat(made.sales().change()).isEqualTo(Money.ZERO);
    assertThat(made.payments().stream().map(Payment::amount).toList())
        .containsExactly(Money.of(100), Money.of(200));
    assertThat(made.payments().stream().map(Payment::tenderedAmount).toList())
        .containsExactly(Money.ZERO, Money.of(200));
    assertThat(made.journalText()).contains("【 売上取消伝票 】", "[対象レシート]", "取引通番");
    assertThat(made.eventId()).isNotEqualTo(sale.eventId());
    assertThat(status(sale)).isEqualTo(VOIDED);
    assertThat(shop.logged(TILL_9)).containsExactly(made, sale);
  }

  @Test
  void returnOfASale_mayBePaidOtherwise() {
    Transaction sale = sale();
    Transaction made = returnOf(TILL_9, sale, cash("299.5"), cashless("0.5"));

    assertThat(made.type()).isEqualTo(TransactionType.RETURN);
    assertThat(made.payments().stream().map(Payment::amount).toList())
        .containsExactly(Money.of("299.5"), Money.of("0.5"));
    assertThat(made.journalText()).contains("【 返 品 伝 票 】");
    assertThat(status(sale)).isEqualTo(REFUNDED);
    assertThat(status(made)).isEqualTo(TransactionStatus.NONE);
  }

  @Test
  void voidOfAReturn_opensTheSaleAgain_asOftenAsThatHappens() {
    Transaction sale = sale();
    for (int round = 0; round < 3; round++) {
      Transaction back = returnOf(TILL_9, sale, cash("300"));
      assertThat(status(sale)).isEqualTo(REFUNDED);

      Transaction undone = voidOf(TILL_9, back, cash("300"));

      assertThat(undone.type()).isEqualTo(TransactionType.VOID_RETURN);
      assertThat(undone.origin()).contains(Origin.of(back));
      assertThat(status(back)).isEqualTo(VOIDED);
      assertThat(status(undone)).isEqualTo(TransactionStatus.NONE);
      assertThat(status(sale)).isEqualTo(TransactionStatus.NONE);
      assertRefused(Refusal.ALREADY_VOIDED, () -> voidOf(TILL_9, back, cash("300")));
    }
    voidOf(TILL_9, sale, cash("200"), cashless("100"));
    assertThat(status(sale)).isEqualTo(VOIDED);
  }

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
  void voids_canNotBeReversed_andReturnsNotBeReturned() {
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
  void returnPayments_mustBeKnown_andSumToTheTotal() {
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
  void d33_returnAtAnotherTill_isThatTillsOwn_andNamesTheOriginal() {
    Transaction sale = sale();
    Terminal other =
        new Terminal(
            TILL_10.key(),
            Terminal.Status.CLOSED,
            new TerminalSession("20251124", 3, 8),
            Optional.of(new Staff("S002", "花子")));
    Transaction back = returnOf(other, sale, cash("300"));

    assertThat(back.terminal()).isEqualTo(TILL_10.key());
    assertThat(back.numbers()).isEqualTo(new IssuedNumbers(1, 111_111));
    assertThat(back.staff()).isEqualTo(new Staff("S002", "花子"));
    assertThat(back.session()).isEqualTo(new TerminalSession("20251124", 3, 8));
    assertThat(back.origin()).contains(Origin.of(sale));
    assertThat(shop.logged(TILL_10)).containsExactly(back);
    assertThat(shop.logged(TILL_9)).containsExactly(sale);
    assertThat(status(sale)).isEqualTo(REFUNDED);
    assertRefused(Refusal.ALREADY_REFUNDED, () -> returnOf(TILL_9, sale, cash("300")));
    assertRefused(Refusal.INVALID_INPUT, () -> voidOf(TILL_9, back, cash("300")));

    voidOf(TILL_10, back, cash("300"));
    assertThat(status(sale)).isEqualTo(TransactionStatus.NONE);
  }

  @Test
  void d34_reversals_keepToTheTillsRangeOfReceiptNumbers() {
    shop.settings =
        List.of(
            new Setting("RECEIPT_NO_START_VALUE", Optional.of("7"), List.of()),
            new Setting("RECEIPT_NO_END_VALUE", Optional.of("8"), List.of()));
    Transaction sale = sale();
    Transaction back = returnOf(TILL_9, sale, cash("300"));
    Transaction undone = voidOf(TILL_9, back, cash("300"));
    Transaction elsewhere = returnOf(TILL_10, sale, cash("300"));

    assertThat(sale.numbers()).isEqualTo(new IssuedNumbers(1, 7));
    assertThat(back.numbers()).isEqualTo(new IssuedNumbers(2, 8));
    assertThat(undone.numbers()).isEqualTo(new IssuedNumbers(3, 7));
    assertThat(elsewhere.numbers()).isEqualTo(new IssuedNumbers(1, 7));
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
  void d40_status_isThatOfTheTransactionsOwnTill_whoeverAsks() {
    Transaction first = sale();
    Transaction elsewhere = sale(TILL_10);
    voidOf(TILL_10, elsewhere, cashless("100"), cash("200"));

    assertThat(first.numbers()).isEqualTo(elsewhere.numbers());
    for (Terminal caller : List.of(TILL_9, TILL_10)) {
      assertThat(listed(caller, TILL_9)).containsExactly(TransactionStatus.NONE);
      assertThat(listed(caller, TILL_10)).containsExactly(TransactionStatus.NONE, VOIDED);
      assertThat(Await.result(shop.transactions.find(caller, TILL_10.key(), 1)).status().voided())
          .isTrue();
    }
  }

  @Test
  void onlyTransactionsOfTheOwnStore_canBeReversed() {
    Transaction sale = sale();
    Terminal otherStore = UseCaseFixture.till("A1234", "9999", 9);
    Terminal otherTenant = UseCaseFixture.till("B9999", "5678", 9);

    assertRefused(Refusal.INVALID_INPUT, () -> returnOf(otherStore, sale, cash("300")));
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

  @Test
  void pieces_comeBackUntilNoneIsLeft_andThenTheSaleIsRefunded() {
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
  void saleOfWhichPiecesCameBack_isNeitherVoidedNorReturnedWhole() {
    Transaction sale = sale();
    Transaction one = piecesOf(sale, 1, cash("100"));

    assertRefused(
        Refusal.ALREADY_REFUNDED, () -> voidOf(TILL_9, sale, cashless("100"), cash("200")));
    assertRefused(Refusal.ALREADY_REFUNDED, () -> returnOf(TILL_9, sale, cash("300")));
    voidOf(TILL_9, one, cash("100"));
    voidOf(TILL_9, sale, cashless("100"), cash("200"));
  }

  @Test
  void selection_mustBeOfTheSale() {
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

  /** Three apples of 100 yen each, 100 paid cashless, 200 in cash of 1000. */
  private Transaction sale() {
    return sale(TILL_9);
  }

  private Transaction sale(Terminal till) {
    CartId id = Await.result(shop.carts.create(by(till), Optional.empty(), Customer.UNKNOWN));
    Await.result(shop.carts.addItems(by(till), id, List.of(keyed("APPLE", 3))));
    Await.result(shop.carts.subtotal(by(till), id));
    Await.result(shop.carts.pay(by(till), id, List.of(cashless("100"), cash("1000"))));
    Await.result(shop.carts.bill(by(till), id));
    return shop.logged(till).get(0);
  }

  private Transaction voidOf(Terminal till, Transaction original, Tender... tenders) {
    return Await.result(shop.reversals.voidTransaction(by(till), original.key(), List.of(tenders)));
  }

  private Transaction returnOf(Terminal till, Transaction original, Tender... tenders) {
    return Await.result(
        shop.reversals.returnTransaction(
            by(till), original.key(), Optional.empty(), List.of(tenders)));
  }

  private Transaction piecesOf(Transaction sale, int pieces, Tender... tenders) {
    return Await.result(
        shop.reversals.returnTransaction(
            by(TILL_9),
            sale.key(),
            Optional.of(List.of(new ReturnEntry(1, pieces))),
            List.of(tenders)));
  }

  private static void assertRefused(Refusal refusal, ThrowingCallable call) {
    assertThat(catchThrowable(call))
        .cause()
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  private static Tender tender(String code, String amount) {
    return new Tender(code, Money.of(amount), Optional.empty());
  }

  private TransactionStatus status(Transaction of) {
    return Await.result(shop.transactions.find(TILL_9, of.terminal(), of.numbers().transactionNo()))
        .status();
  }

  /** What became of everything that a till logged, earliest last. */
  private List<TransactionStatus> listed(Terminal caller, Terminal of) {
    TerminalKey key = of.key();
    TransactionQuery all =
        new TransactionQuery(
            key,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            true,
            0,
            1,
            List.of());
    return Await.result(shop.transactions.query(caller, all)).transactions().stream()
        .map(entry -> entry.status())
        .toList();
  }
}
