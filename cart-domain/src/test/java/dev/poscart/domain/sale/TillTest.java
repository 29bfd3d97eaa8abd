package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.idleCart;
import static dev.poscart.domain.fixtures.SaleTestData.DISCOUNTING;
import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.entering;
import static dev.poscart.domain.fixtures.SaleTestData.entry;
import static dev.poscart.domain.fixtures.SaleTestData.item;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.pay;
import static dev.poscart.domain.fixtures.SaleTestData.paying;
import static dev.poscart.domain.fixtures.SaleTestData.percentOff;
import static dev.poscart.domain.fixtures.SaleTestData.refusalOf;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static dev.poscart.domain.fixtures.SaleTestData.yenOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TillTest {

  private static final Map<String, Item> ITEMS =
      Map.of(
          "A", item("A", "100", "01"),
          "B", item("B", "108", "12"),
          "S", withStorePrice("S", "95"),
          "Z", withStorePrice("Z", "0"));

  @Test
  void entry_addsALineAtTheRightPrice_whereZeroMeansTheMasterPrice() {
    Cart cart =
        TILL.enter(
            idleCart("c"),
            List.of(
                entry("A", 2),
                entry("A", 1, "80"),
                entry("A", 1, "0"),
                entry("S", 1),
                entry("Z", 1),
                entry("S", 1, "90")),
            ITEMS);

    assertThat(cart.status()).isEqualTo(CartStatus.ENTERING_ITEM);
    assertThat(cart.lines().stream().map(LineItem::lineNo).toList())
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(cart.lines().stream().map(line -> line.unitPrice().toString()).toList())
        .containsExactly("100", "80", "100", "95", "100", "90");
    assertThat(cart.lines()).allMatch(line -> line.unitPriceOriginal().isEmpty());
    // 200 + 80 + 100 + 95 + 100 + 90
    assertThat(cart.total()).isEqualTo(Money.of(665));
  }

  @Test
  void emptyEntry_startsItemEntry() {
    Cart cart = TILL.enter(idleCart("c"), List.of(), Map.of());

    assertThat(cart.status()).isEqualTo(CartStatus.ENTERING_ITEM);
    assertThat(cart.lines()).isEmpty();
  }

  @Test
  void oneUnknownItem_refusesTheWholeEntry() {
    assertThat(
            refused(() -> TILL.enter(idleCart("c"), List.of(entry("A", 1), entry("?", 1)), ITEMS)))
        .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ITEM_NOT_FOUND))
        .hasMessage("Item not found: item ?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void blankItemCode_isAnUnknownItem_notAMalformedRequest(String code) {
    assertThatCode(() -> TILL.checkEntries(List.of(entry(code, 1)))).doesNotThrowAnyException();
    assertThat(refusalOf(() -> TILL.enter(idleCart("c"), List.of(entry(code, 1)), ITEMS)))
        .isEqualTo(Refusal.ITEM_NOT_FOUND);
  }

  @Test
  void itemAlreadyInTheCart_keepsItsPrice_whateverTheMasterSaysNow() {
    Cart cart = TILL.enter(idleCart("c"), List.of(entry("A", 1)), ITEMS);
    Cart more = TILL.enter(cart, List.of(entry("A", 1)), Map.of("A", item("A", "999", "02")));

    assertThat(more.lines().get(1).unitPrice()).isEqualTo(Money.of(100));
    assertThat(more.lines().get(1).item().taxCode()).isEqualTo("01");
  }

  @Test
  void numberOfLinesPerCart_isBounded() {
    List<ItemEntry> many = Collections.nCopies(1_000, entry("A", 1));
    Cart full = TILL.enter(idleCart("c"), many, ITEMS);

    assertThat(full.lines()).hasSize(1_000);
    assertThat(refusalOf(() -> TILL.enter(full, List.of(entry("A", 1)), ITEMS)))
        .isEqualTo(Refusal.INVALID_INPUT);
    assertThat(refusalOf(() -> TILL.checkEntries(Collections.nCopies(1_001, entry("A", 1)))))
        .isEqualTo(Refusal.INVALID_INPUT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void unknownLineNumber_isNotFound(int lineNo) {
    Cart cart = entering(line(1, "100", 1, "01"), line(2, "100", 1, "01"));

    assertThat(refusalOf(() -> TILL.changeQuantity(cart, lineNo, 1))).isEqualTo(Refusal.NOT_FOUND);
    assertThat(refusalOf(() -> TILL.changeUnitPrice(cart, lineNo, Money.of(1))))
        .isEqualTo(Refusal.NOT_FOUND);
    assertThat(refusalOf(() -> TILL.cancelLine(cart, lineNo))).isEqualTo(Refusal.NOT_FOUND);
  }

  @Test
  void changedQuantity_changesAmountAndTax() {
    Cart cart = TILL.changeQuantity(entering(line(1, "100", 1, "01")), 1, 3);

    assertThat(cart.lines().get(0).amount()).isEqualTo(Money.of(300));
    assertThat(cart.totalWithTax()).isEqualTo(Money.of(330));
    assertThat(cart.totalQuantity()).isEqualTo(3);
  }

  @Test
  void changedUnitPrice_keepsTheOriginalPrice() {
    Cart once = TILL.changeUnitPrice(entering(line(1, "100", 2, "01")), 1, Money.of(80));
    Cart twice = TILL.changeUnitPrice(once, 1, Money.ZERO);

    assertThat(once.lines().get(0).unitPriceOriginal()).contains(Money.of(100));
    assertThat(once.lines().get(0).amount()).isEqualTo(Money.of(160));
    assertThat(twice.lines().get(0).unitPriceOriginal()).contains(Money.of(100));
    assertThat(twice.total()).isEqualTo(Money.ZERO);
  }

  @Test
  void cancelledLine_staysInPlace_andNoLongerCounts() {
    Cart cart = TILL.cancelLine(entering(line(1, "100", 1, "01"), line(2, "50", 2, "00")), 1);

    assertThat(cart.lines().get(0).cancelled()).isTrue();
    assertThat(cart.lines().get(0).amount()).isEqualTo(Money.of(100));
    assertThat(cart.totalWithTax()).isEqualTo(Money.of(100));
    assertThat(cart.totalQuantity()).isEqualTo(2);
    assertThat(TILL.cancelLine(cart, 1)).isEqualTo(cart);
  }

  @Test
  void cancelledLine_mayBeEdited_andKeepsItsAmount() {
    Cart cart = TILL.cancelLine(entering(line(1, "100", 1, "01"), line(2, "50", 1, "00")), 1);
    Cart edited = TILL.changeQuantity(cart, 1, 5);

    assertThat(edited.lines().get(0).quantity()).isEqualTo(5);
    assertThat(edited.lines().get(0).amount()).isEqualTo(Money.of(100));
    assertThat(edited.totalWithTax()).isEqualTo(Money.of(50));
  }

  @Test
  void lineAfterACancelledOne_hasItsOwnNumber() {
    Cart cart = TILL.cancelLine(entering(line(1, "100", 1, "01")), 1);

    assertThat(TILL.enter(cart, List.of(entry("A", 1)), ITEMS).lines().get(1).lineNo())
        .isEqualTo(2);
  }

  @Test
  void subtotalWithoutALiveLine_isRefused() {
    Cart cancelled = TILL.cancelLine(entering(line(1, "100", 1, "01")), 1);

    assertThat(refusalOf(() -> TILL.subtotal(entering()))).isEqualTo(Refusal.INVALID_OPERATION);
    assertThat(refusalOf(() -> TILL.subtotal(cancelled))).isEqualTo(Refusal.INVALID_OPERATION);
  }

  @Test
  void subtotal_waitsForTenders() {
    Cart entering = entering(line(1, "100", 1, "01"));

    assertThat(TILL.subtotal(entering))
        .isEqualTo(entering.change().status(CartStatus.PAYING).make());
  }

  @Test
  void resume_dropsTendersChangeAndSubtotalDiscounts() {
    Cart discounted =
        DISCOUNTING.discountSubtotal(
            paying(line(1, "100", 1, "01")), List.of(yenOff("10"), percentOff("20")));
    Cart resumed = TILL.resume(pay(discounted, cash("1000")));

    assertThat(resumed.status()).isEqualTo(CartStatus.ENTERING_ITEM);
    assertThat(resumed.payments()).isEmpty();
    assertThat(resumed.subtotalDiscounts()).isEmpty();
    assertThat(resumed.lines().get(0).allocated()).isEmpty();
    assertThat(resumed.changeDue()).isEqualTo(Money.ZERO);
    assertThat(resumed.tenderedAmount()).isEqualTo(Money.ZERO);
    assertThat(resumed.balanceDue()).isEqualTo(Money.of(110));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, false"})
  void changeThatWouldRequireARefund_isRefused(int lineNo, boolean refused) {
    // 200 yen are due, 150 are paid before the line goes.
    Cart paid = pay(entering(line(1, "160", 1, "00"), line(2, "40", 1, "00")), cash("150"));

    if (refused) {
      assertThat(refusalOf(() -> TILL.cancelLine(paid, lineNo)))
          .isEqualTo(Refusal.BALANCE_NEGATIVE);
    } else {
      assertThat(TILL.cancelLine(paid, lineNo).balanceDue()).isEqualTo(Money.of(10));
    }
  }

  private static Item withStorePrice(String code, String price) {
    Item plain = item(code, "100", "00");
    return new Item(
        plain.itemCode(),
        plain.description(),
        plain.descriptionShort(),
        plain.unitPrice(),
        Optional.of(Money.of(price)),
        plain.categoryCode(),
        plain.taxCode(),
        false,
        true);
  }
}
