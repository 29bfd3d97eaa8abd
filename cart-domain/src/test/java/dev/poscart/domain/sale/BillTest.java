package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.AT;
import static dev.poscart.domain.fixtures.CartTestData.RECEIPT;
import static dev.poscart.domain.fixtures.CartTestData.STAFF;
import static dev.poscart.domain.fixtures.CartTestData.idleCart;
import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.entering;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.pay;
import static dev.poscart.domain.fixtures.SaleTestData.paying;
import static dev.poscart.domain.fixtures.SaleTestData.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BillTest {

  private static final TerminalKey OTHER_TILL = new TerminalKey("A1234", "5678", 10);

  /** A later day than the one on which the carts were opened. */
  private static final TerminalSession CLOSING_SESSION = new TerminalSession("20251124", 2, 8);

  private static final IssuedNumbers NUMBERS = new IssuedNumbers(3, 111_113);

  @Test
  void bill_whenBalanceIsLeft_isRefused() {
    Cart cart = pay(paying(line(1, "100", 1, "01")), cash("109.99"));

    assertThat(refusalOf(() -> Bill.mark(cart, closing(Closing.Kind.BILL))))
        .isEqualTo(Refusal.BALANCE_LEFT);
  }

  @Test
  void bill_withoutALiveLine_isRefused() {
    Cart empty = paying();

    assertThat(refusalOf(() -> Bill.mark(empty, closing(Closing.Kind.BILL))))
        .isEqualTo(Refusal.INVALID_OPERATION);
  }

  @Test
  void bill_duringItemEntry_isRefused() {
    Cart cart = pay(entering(line(1, "100", 1, "00")), cash("100"));

    assertThat(refusalOf(() -> Bill.mark(cart, closing(Closing.Kind.BILL))))
        .isEqualTo(Refusal.INVALID_OPERATION);
  }

  @Test
  void freeSale_isBilledWithoutATender() {
    assertThat(Bill.mark(paying(line(1, "0", 1, "01")), closing(Closing.Kind.BILL)).isClosing())
        .isTrue();
  }

  @Test
  void cancel_isPossibleFromAnyOpenState() {
    assertThat(Bill.mark(idleCart("c"), closing(Closing.Kind.CANCEL)).isClosing()).isTrue();
    assertThat(Bill.mark(entering(line(1, "1", 1, "00")), closing(Closing.Kind.CANCEL)).isClosing())
        .isTrue();
    assertThat(Bill.mark(paying(line(1, "1", 1, "00")), closing(Closing.Kind.CANCEL)).isClosing())
        .isTrue();
  }

  @Test
  void transaction_matchesTheMarkedCart() {
    Cart paid = pay(paying(line(1, "100", 2, "01"), line(2, "108", 1, "12")), cash("1000"));
    Transaction transaction =
        Bill.transaction(Bill.mark(paid, closing(Closing.Kind.BILL)), NUMBERS);

    assertThat(transaction.terminal()).isEqualTo(OTHER_TILL);
    assertThat(transaction.numbers()).isEqualTo(NUMBERS);
    assertThat(transaction.type()).isEqualTo(TransactionType.SALE);
    assertThat(transaction.claim()).isEqualTo("cart:c");
    assertThat(transaction.session()).isEqualTo(CLOSING_SESSION);
    assertThat(transaction.generatedAt()).isEqualTo(AT.plusMinutes(1));
    assertThat(transaction.staff()).isEqualTo(STAFF);
    assertThat(transaction.receipt()).isEqualTo(RECEIPT);
    assertThat(transaction.eventId()).isEqualTo("event");
    assertThat(transaction.origin()).isEmpty();
    assertThat(transaction.lines()).isEqualTo(paid.lines());
    assertThat(transaction.payments()).isEqualTo(paid.payments());
    assertThat(transaction.taxes()).isEqualTo(paid.taxes());
  }

  @Test
  void figuresOfATransaction_matchTheMarkedCart() {
    Cart paid = pay(paying(line(1, "100", 2, "01"), line(2, "108", 1, "12")), cash("1000"));
    Transaction transaction =
        Bill.transaction(Bill.mark(paid, closing(Closing.Kind.BILL)), NUMBERS);

    assertThat(transaction.sales())
        .isEqualTo(
            new Sales(
                AT,
                Money.of(308),
                Money.of(328),
                Money.of(20),
                3,
                Money.of(672),
                Money.ZERO,
                false,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO));
  }

  @Test
  void cancelledSale_keepsItsTendersAndIsMarked() {
    Cart paid = pay(paying(line(1, "60000", 1, "00")), cash("60000"));
    Transaction transaction =
        Bill.transaction(Bill.mark(paid, closing(Closing.Kind.CANCEL)), NUMBERS);

    assertThat(transaction.type()).isEqualTo(TransactionType.SALE);
    assertThat(transaction.sales().cancelled()).isTrue();
    assertThat(transaction.payments()).isEqualTo(paid.payments());
    assertThat(transaction.sales().stampDuty()).isEqualTo(Money.of(200));
    assertThat(transaction.sales().stampDutyTarget()).isEqualTo(Money.of(60_000));
  }

  /** The process that finishes a closing may run with other settings than the one that began it. */
  @Test
  void stampDuty_isDueForThePaymentCodesInTheMark() {
    Cart paid =
        pay(
            paying(line(1, "60000", 1, "00")),
            new Tender("12", Money.of(60_000), Optional.empty()));
    Closing vouchersToo =
        new Closing(
            Closing.Kind.BILL,
            OTHER_TILL,
            STAFF,
            CLOSING_SESSION,
            AT,
            "event",
            RECEIPT,
            Set.of("01", "12"));

    assertThat(Bill.transaction(Bill.mark(paid, vouchersToo), NUMBERS).sales().stampDuty())
        .isEqualTo(Money.of(200));
    assertThat(
            Bill.transaction(Bill.mark(paid, closing(Closing.Kind.BILL)), NUMBERS)
                .sales()
                .stampDuty())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void completedCart_matchesItsTransaction() {
    Cart paid = pay(paying(line(1, "60000", 1, "00")), cash("60000"));
    Cart marked = Bill.mark(paid, closing(Closing.Kind.BILL));
    Cart completed =
        Bill.complete(marked, Bill.transaction(marked, NUMBERS).withTexts("<xml/>", "text"));

    assertThat(completed.status()).isEqualTo(CartStatus.COMPLETED);
    assertThat(completed.closed()).contains(new Closed(NUMBERS, Money.of(200), "<xml/>", "text"));
    assertThat(completed.terminal()).isEqualTo(OTHER_TILL);
    assertThat(completed.isClosing()).isFalse();
    assertThat(refusalOf(() -> TILL.resume(completed))).isEqualTo(Refusal.INVALID_OPERATION);
  }

  @Test
  void cancelledCart_hasStatusCancelled() {
    Cart marked = Bill.mark(idleCart("c"), closing(Closing.Kind.CANCEL));

    assertThat(Bill.complete(marked, Bill.transaction(marked, NUMBERS)).status())
        .isEqualTo(CartStatus.CANCELLED);
  }

  @Test
  void unmarkedCart_hasNoTransaction() {
    assertThatIllegalStateException().isThrownBy(() -> Bill.transaction(idleCart("c"), NUMBERS));
  }

  private static Closing closing(Closing.Kind kind) {
    return new Closing(
        kind, OTHER_TILL, STAFF, CLOSING_SESSION, AT.plusMinutes(1), "event", RECEIPT, Set.of());
  }
}
