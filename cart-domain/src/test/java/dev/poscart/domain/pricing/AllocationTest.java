package dev.poscart.domain.pricing;

import static dev.poscart.domain.fixtures.CartTestData.pointDiscount;
import static dev.poscart.domain.fixtures.SaleTestData.amounts;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.refusalOf;
import static dev.poscart.domain.fixtures.SaleTestData.restrictedLine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllocationTest {

  @Test
  void leftoverUnit_goesToTheLargestRemainder() {
    // 18.007, 5.882 and 76.110
    assertThat(
            shares(
                "100", line(1, "300", 1, "01"), line(2, "98", 1, "12"), line(3, "1268", 1, "02")))
        .containsExactly("18", "6", "76");
  }

  @Test
  void amongEqualLines_theEarlierTakesTheLeftoverUnit() {
    assertThat(
            shares("100", line(1, "50", 1, "01"), line(2, "50", 1, "01"), line(3, "50", 1, "01")))
        .containsExactly("34", "33", "33");
  }

  @Test
  void amongEqualRemainders_theLargerLineTakesTheLeftoverUnit() {
    // 0.5 and 1.5
    assertThat(shares("2", line(1, "1", 1, "01"), line(2, "3", 1, "01"))).containsExactly("0", "2");
  }

  @Test
  void restrictedAndCancelledLines_takeNoShare() {
    assertThat(
            shares(
                "100",
                restrictedLine(1, "1000", 1, "01"),
                line(2, "100", 1, "01"),
                line(3, "500", 1, "01").asCancelled()))
        .containsExactly("", "100", "");
  }

  @Test
  void freeLine_takesNoShare() {
    assertThat(shares("7", line(1, "0", 1, "01"), line(2, "7", 1, "01"))).containsExactly("", "7");
  }

  @Test
  void fractions_areAllocatedInTheirSmallestUnit() {
    assertThat(shares("1", line(1, "70.5", 1, "01"), line(2, "70.5", 1, "01")))
        .containsExactly("0.5", "0.5");
    assertThat(shares("0.01", line(1, "10", 1, "01"), line(2, "10", 1, "01")))
        .containsExactly("0.01", "0");
  }

  @Test
  void severalDiscounts_areAllAllocated() {
    List<LineItem> lines = List.of(line(1, "100", 1, "01"), line(2, "200", 1, "02"));
    List<LineItem> allocated =
        Allocation.allocate(List.of(pointDiscount("50"), pointDiscount("250")), lines);

    assertThat(amounts(allocated.get(0).allocated())).containsExactly("17", "83");
    assertThat(amounts(allocated.get(1).allocated())).containsExactly("33", "167");
  }

  @Test
  void allocatingAgain_startsOver() {
    List<Discount> discounts = List.of(pointDiscount("100"));
    List<LineItem> once =
        Allocation.allocate(discounts, List.of(line(1, "300", 1, "01"), line(2, "98", 1, "01")));

    assertThat(Allocation.allocate(discounts, once)).isEqualTo(once);
    assertThat(Allocation.allocate(List.of(), once)).allMatch(line -> line.allocated().isEmpty());
  }

  @Test
  void moreThanTheLinesHold_isRefused() {
    assertThat(shares("110", line(1, "110", 1, "01"))).containsExactly("110");
    assertThat(refusalOf(() -> shares("111", line(1, "110", 1, "01"))))
        .isEqualTo(Refusal.DISCOUNT_NOT_ALLOCATED);
    assertThat(refusalOf(() -> shares("1", restrictedLine(1, "110", 1, "01"))))
        .isEqualTo(Refusal.DISCOUNT_NOT_ALLOCATED);
  }

  /** Each line's share of the discount; nothing where it has none. */
  private static List<String> shares(String discount, LineItem... lines) {
    return Allocation.allocate(List.of(pointDiscount(discount)), Stream.of(lines).toList()).stream()
        .map(line -> String.join("+", amounts(line.allocated())))
        .toList();
  }
}
