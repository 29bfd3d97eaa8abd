package dev.poscart.domain.usecase.cart;

import static dev.poscart.domain.fixtures.SaleTestData.amounts;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
import static dev.poscart.domain.fixtures.SaleTestData.yenOff;
import static dev.poscart.domain.fixtures.UseCaseFixture.TILL_9;
import static dev.poscart.domain.usecase.change.ChangeContext.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One sale worked out by hand: external, internal and no tax, a subtotal discount, a card and cash
 * with change, a revenue stamp.
 */
class WholeSaleTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T18:27:02.838957+09:00");

  private final UseCaseFixture shop =
      new UseCaseFixture(new InMemoryCartStore(), new InMemoryTransactionLog());

  @Test
  void everyFigure_matchesTheWorkedExample() {
    CartId id = shop.opened();

    enter(id);
    discount(id);
    pay(id);

    Cart billed = Await.result(shop.carts.bill(by(TILL_9), id)).value();
    assertThat(billed.status()).isEqualTo(CartStatus.COMPLETED);
    assertThat(billed.closed().orElseThrow().numbers()).isEqualTo(new IssuedNumbers(1, 111_111));
    // Without tax 65,898 - 5,898 - 7 = 59,993, of which cash could pay all: 200 yen.
    assertThat(billed.closed().orElseThrow().stampDuty()).isEqualTo(Money.of(200));
    assertThat(shop.stored(id).value()).isEqualTo(billed);

    assertLogged(billed);
  }

  private void enter(CartId id) {
    // 2 x 30,000 + 108 + 500 + 5 x 84 = 61,028; on top 10 percent of 60,000
    Cart added =
        Await.result(
                shop.carts.addItems(
                    by(TILL_9),
                    id,
                    List.of(keyed("RING", 2), keyed("JUICE", 1), keyed("STAMP", 5))))
            .value();
    assertThat(added.total()).isEqualTo(Money.of(60_528));
    assertThat(added.totalWithTax()).isEqualTo(Money.of(66_528));
    Cart again =
        Await.result(shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 5, "100"))))
            .value();
    assertThat(again.status()).isEqualTo(CartStatus.ENTERING_ITEM);
    assertThat(again.total()).isEqualTo(Money.of(61_028));
    assertThat(again.totalQuantity()).isEqualTo(13);
    assertTaxes(again, "01 6000 of 60000 x2", "12 8 of 108 x1", "00 0 of 920 x10");
  }

  private void discount(CartId id) {
    Cart subtotal = Await.result(shop.carts.subtotal(by(TILL_9), id)).value();
    assertThat(subtotal.status()).isEqualTo(CartStatus.PAYING);
    assertThat(subtotal.balanceDue()).isEqualTo(Money.of(67_028));

    // Shares of 1,028: 1010.68, 1.82, 7.07 and 8.42; the two yen left over go to .82 and .68
    Cart discounted =
        Await.result(shop.carts.discountSubtotal(by(TILL_9), id, List.of(yenOff("1028")))).value();
    assertThat(discounted.lines().stream().flatMap(line -> amounts(line.allocated()).stream()))
        .containsExactly("1011", "2", "7", "8");
    // 5,898.9 and 106 x 8 / 108 = 7.85
    assertTaxes(discounted, "01 5898 of 58989 x2", "12 7 of 106 x1", "00 0 of 905 x10");
    assertThat(discounted.total()).isEqualTo(Money.of(60_000));
    assertThat(discounted.totalWithTax()).isEqualTo(Money.of(65_898));
    assertThat(discounted.discountTotal()).isEqualTo(Money.of(1_028));
  }

  private void pay(CartId id) {
    Cart paid =
        Await.result(shop.carts.pay(by(TILL_9), id, List.of(cashless("5898"), cash("70000"))))
            .value();
    assertThat(paid.payments().stream().map(Payment::amount).toList())
        .containsExactly(Money.of(5_898), Money.of(60_000));
    assertThat(paid.tenderedAmount()).isEqualTo(Money.of(75_898));
    assertThat(paid.changeDue()).isEqualTo(Money.of(10_000));
    assertThat(paid.balanceDue()).isEqualTo(Money.ZERO);
  }

  private void assertLogged(Cart billed) {
    Transaction logged =
        Await.result(shop.transactions.find(TILL_9, new TransactionKey(TILL_9.key(), 1)))
            .transaction();
    assertThat(shop.logged(TILL_9)).containsExactly(logged);
    assertThat(logged.sales())
        .isEqualTo(
            new Sales(
                AT,
                Money.of(60_000),
                Money.of(65_898),
                Money.of(5_898),
                13,
                Money.of(10_000),
                Money.of(1_028),
                false,
                Money.of(60_000),
                Money.of(200),
                Money.ZERO));
    assertThat(logged.numbers()).isEqualTo(new IssuedNumbers(1, 111_111));
    assertThat(logged.generatedAt()).isEqualTo(AT);
    assertThat(logged.session()).isEqualTo(new TerminalSession("20251123", 1, 7));
    assertThat(logged.storeName()).isEqualTo("テスト店");
    assertThat(logged.lines()).isEqualTo(billed.lines());
    assertThat(logged.taxes()).isEqualTo(billed.taxes());
    assertThat(logged.payments()).isEqualTo(billed.payments());
    assertThat(logged.subtotalDiscounts()).isEqualTo(billed.subtotalDiscounts());
  }

  private static void assertTaxes(Cart cart, String... expected) {
    assertThat(
            cart.taxes().stream()
                .map(
                    tax ->
                        tax.taxCode()
                            + " "
                            + tax.amount()
                            + " of "
                            + tax.targetAmount()
                            + " x"
                            + tax.targetQuantity())
                .toList())
        .containsExactly(expected);
  }
}
