package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.DISCOUNTING;
import static dev.poscart.domain.fixtures.SaleTestData.amounts;
import static dev.poscart.domain.fixtures.SaleTestData.entering;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.percentOff;
import static dev.poscart.domain.fixtures.SaleTestData.yenOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.SaleTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.Transaction;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemainderTest {

  @Test
  void pieces_carryTheirShareOfEveryDiscountAndTax() {
    // 3 x 500 less 15 percent and 7 yen is 1,268; 2 x 100 is 200; 100 yen off the subtotal.
    Cart cart =
        DISCOUNTING.discountLine(
            entering(line(1, "500", 3, "02"), line(2, "100", 2, "01")),
            1,
            List.of(percentOff("15"), yenOff("7")));
    Cart paying = SaleTestData.TILL.subtotal(cart);
    Transaction sale = sold(DISCOUNTING.discountSubtotal(paying, List.of(yenOff("100"))));
    assertThat(sale.lines().stream().map(l -> amounts(l.allocated())).toList())
        .containsExactly(List.of("86"), List.of("14"));

    SalePart part = take(sale, new ReturnEntry(1, 1), new ReturnEntry(2, 1));

    LineItem book = part.lines().get(0);
    assertThat(amounts(book.discounts())).containsExactly("75", "2");
    assertThat(book.discounts().get(1).value()).isEqualByComparingTo("2");
    assertThat(book.amount()).isEqualTo(Money.of(423));
    // A third of 225 + 7 + 86 = 318 is 106, of which 77 are the line's own.
    assertThat(amounts(book.allocated())).containsExactly("29");
    assertThat(amounts(part.subtotalDiscounts())).containsExactly("36");
    assertThat(part.taxes().stream().map(TaxAmount::targetAmount).toList())
        .containsExactly(Money.of(394), Money.of(93));
    // Internal: 107 x 394 / 1,182 = 35.66; external: 18 x 93 / 186 = 9.
    assertThat(part.taxes().stream().map(TaxAmount::amount).toList())
        .containsExactly(Money.of(35), Money.of(9));
    assertThat(part.owed()).isEqualTo(Money.of(394 + 93 + 9));
    assertThat(part.sales().stampDuty()).isEqualTo(Money.ZERO);
  }

  @Test
  void allPieces_addUpToTheSale() {
    Transaction sale = sold(entering(line(1, "33.3", 3, "11"), line(2, "0", 1, "11")));

    SalePart part = take(sale, new ReturnEntry(2, 1), new ReturnEntry(1, 3));

    assertThat(part.lines()).isEqualTo(sale.lines());
    assertThat(part.taxes()).isEqualTo(sale.taxes());
    assertThat(part.owed()).isEqualTo(sale.sales().totalWithTax());
  }

  private static SalePart take(Transaction sale, ReturnEntry... entries) {
    return new Remainder(sale, List.of()).take(List.of(entries), CartTestData.AT);
  }

  private static Transaction sold(Cart cart) {
    return Bill.transaction(
        CartTestData.closing(cart, CartTestData.AT), new IssuedNumbers(1, 111_111));
  }
}
