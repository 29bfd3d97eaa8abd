package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleTransaction.cancelled;
import static dev.poscart.domain.receipt.SampleTransaction.cash;
import static dev.poscart.domain.receipt.SampleTransaction.cashless;
import static dev.poscart.domain.receipt.SampleTransaction.off;
import static dev.poscart.domain.receipt.SampleTransaction.payment;
import static dev.poscart.domain.receipt.SampleTransaction.sales;
import static dev.poscart.domain.receipt.SampleTransaction.tax;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.GoodsSum;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.SoldGoods;
import dev.poscart.domain.report.Tally;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How sales, returns, voids and cancelled sales count in reports. */
class ReportFiguresTest {

  @Test
  void saleAndReturnOfDiscountedGoods_leaveNothingButTheFactThatTheyWereMade() {
    SalesFigures figures =
        figures(discounted(TransactionType.SALE), discounted(TransactionType.RETURN));

    assertThat(figures.gross()).isEqualTo(new Tally(Money.of(110), 1, 1));
    assertThat(figures.returns()).isEqualTo(new Tally(Money.of(99), 1, 1));
    assertThat(figures.lineDiscounts()).isEqualTo(new Tally(Money.of(11), 1, 1));
    assertThat(figures.net()).isEqualTo(Tally.ZERO);
    assertThat(figures.tax()).isEqualTo(Money.ZERO);
    assertThat(figures.paid()).isEqualTo(Money.ZERO);
    assertThat(figures.takings().cash()).isEqualTo(Money.ZERO);
    assertThat(figures.tenders()).singleElement().matches(tender -> tender.count() == 0);
  }

  @Test
  void returnedGoods_areNeitherSoldNorCountedAsSale() {
    SoldGoods goods = goods(discounted(TransactionType.SALE), discounted(TransactionType.RETURN));

    assertThat(goods.total().figure().gross()).isEqualTo(Money.ZERO);
    assertThat(goods.total().figure().discount()).isEqualTo(Money.ZERO);
    assertThat(goods.total().figure().quantity()).isZero();
    assertThat(goods.total().transactions()).isEqualTo(1);
  }

  @Test
  void voidedSaleAndVoidedReturn_areUndone_andCountAsVoids() {
    SalesFigures figures =
        figures(
            discounted(TransactionType.SALE),
            discounted(TransactionType.RETURN),
            discounted(TransactionType.VOID_RETURN),
            discounted(TransactionType.VOID_SALE));

    assertThat(figures.gross()).isEqualTo(Tally.ZERO);
    assertThat(figures.returns()).isEqualTo(Tally.ZERO);
    assertThat(figures.lineDiscounts()).isEqualTo(Tally.ZERO);
    assertThat(figures.voids()).isEqualTo(new Tally(Money.of(198), 2, 2));
  }

  @Test
  void cancelledSale_countsOnlyAsCancelled() {
    SampleTransaction sale =
        discounted(TransactionType.SALE).sales(cancelled(sales(99, 0, 1, 0, 0)));

    assertThat(figures(sale).cancelled()).isEqualTo(new Tally(Money.of(99), 1, 1));
    assertThat(figures(sale).gross()).isEqualTo(Tally.ZERO);
    assertThat(figures(sale).tenders()).isEmpty();
    assertThat(goods(sale)).isEqualTo(SoldGoods.NONE);
  }

  @Test
  void tenderOfTwoEntries_countsOneTransaction() {
    SalesFigures figures =
        figures(discounted(TransactionType.SALE).payments(cashless(50, 50), cashless(49, 49)));

    assertThat(figures.tenders())
        .singleElement()
        .matches(tender -> tender.count() == 1)
        .matches(tender -> tender.amount().equals(Money.of(99)));
  }

  @Test
  void changeForVoucher_comesOutOfTheDrawer() {
    SampleTransaction sale =
        discounted(TransactionType.SALE).payments(payment("12", PaymentKind.OTHER, "商品券", 500, 99));

    assertThat(figures(sale).takings().cash()).isEqualTo(Money.of(-401));
  }

  @Test
  void drawerOfSeveralSessions_isCountedOnlyIfEachIs() {
    Drawer counted = drawer(Optional.of(Money.of(40)));

    assertThat(counted.plus(counted).difference()).contains(Money.of(-20));
    assertThat(counted.plus(drawer(Optional.empty())).difference()).isEmpty();
    assertThat(Drawer.NONE.plus(counted)).isEqualTo(counted);
  }

  private static Drawer drawer(Optional<Money> counted) {
    return new Drawer(
        Money.of(30), new Tally(Money.of(25), 0, 1), new Tally(Money.of(-5), 0, 1), counted);
  }

  /** One piece of 110 yen, tax included, for 99. */
  private static SampleTransaction discounted(TransactionType type) {
    LineItem line =
        SampleTransaction.line(1, "傘", "02", 110, 1)
            .withDiscounts(Money.of(99), List.of(off(DiscountType.PERCENTAGE, "10", 11)));
    return new SampleTransaction()
        .type(type)
        .sales(sales(99, 0, 1, 0, 0))
        .lines(line)
        .taxes(tax("02", TaxType.INTERNAL, "内税10%", 9, 99))
        .payments(cash(99, 99));
  }

  private static SalesFigures figures(SampleTransaction... transactions) {
    return Stream.of(transactions)
        .map(transaction -> SalesFigures.of(transaction.make()))
        .reduce(SalesFigures.NONE, SalesFigures::plus);
  }

  private static SoldGoods goods(SampleTransaction... transactions) {
    GoodsSum sum = new GoodsSum();
    Stream.of(transactions).map(SampleTransaction::make).map(SoldGoods::of).forEach(sum::add);
    return sum.sum();
  }
}
