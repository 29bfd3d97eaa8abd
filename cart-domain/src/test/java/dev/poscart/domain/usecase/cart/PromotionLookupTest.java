package dev.poscart.domain.usecase.cart;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.categoryDiscount;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;
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
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Promotions;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which promotions apply to a sale. All items are of category C1. */
class PromotionLookupTest {

  private static final OffsetDateTime NOW =
      OffsetDateTime.parse("2026-11-23T18:27:02.838957+09:00");

  private final UseCaseFixture shop =
      new UseCaseFixture(new InMemoryCartStore(), new InMemoryTransactionLog());

  @Test
  void onlyPromotionsRunningNowInTheStore_apply() {
    shop.promotions =
        offering(
            bounded("P1", "50", NOW.plusSeconds(1), NOW.plusDays(1), "5678"),
            bounded("P2", "40", NOW.minusDays(1), NOW.minusSeconds(1), "5678"),
            bounded("P3", "30", NOW.minusDays(1), NOW.plusDays(1), "9999"),
            bounded("P4", "20", NOW.minusDays(1), NOW.plusDays(1), "5678"));

    assertThat(shop.stored(shop.withAnApple()).value().total()).isEqualTo(Money.of(80));
  }

  @Test
  void d21_promotionThatStartsAfterTheSubtotal_doesNotApply() {
    CartId id = shop.withAnApple();
    Await.result(shop.carts.subtotal(by(TILL_9), id));
    shop.promotions = offering(categoryDiscount("P", "20", "C1"));

    Await.result(shop.carts.pay(by(TILL_9), id, List.of(cash("100"))));
    Cart billed = Await.result(shop.carts.bill(by(TILL_9), id)).value();

    assertThat(billed.status()).isEqualTo(CartStatus.COMPLETED);
    assertThat(billed.totalWithTax()).isEqualTo(Money.of(100));
    assertThat(shop.logged(TILL_9).get(0).lines().get(0).discounts()).isEmpty();
  }

  @Test
  void resume_appliesThePromotion_andTheLogKeepsIt() {
    CartId id = shop.paid();
    shop.promotions = offering(categoryDiscount("P", "20", "C1"));

    Await.result(shop.carts.resume(by(TILL_9), id));
    Await.result(shop.carts.subtotal(by(TILL_9), id));
    Await.result(shop.carts.pay(by(TILL_9), id, List.of(cash("80"))));
    Await.result(shop.carts.bill(by(TILL_9), id));

    assertThat(shop.logged(TILL_9).get(0).lines().get(0).discounts().get(0).promotion())
        .hasValueSatisfying(promotion -> assertThat(promotion.code()).isEqualTo("P"));
  }

  @Test
  void everyCallDuringItemEntry_appliesPromotions() {
    for (int call = 0; call < 6; call++) {
      shop.promotions = offering();
      CartId id = shop.withAnApple();
      shop.promotions = offering(categoryDiscount("P", "20", "C1"));
      Cart cart =
          switch (call) {
            case 0 -> Await.result(shop.carts.addItems(by(TILL_9), id, List.of())).value();
            case 1 -> Await.result(shop.carts.changeQuantity(by(TILL_9), id, 1, 1)).value();
            case 2 ->
                Await.result(shop.carts.changeUnitPrice(by(TILL_9), id, 1, Money.of(100))).value();
            case 3 -> Await.result(shop.carts.discountLine(by(TILL_9), id, 1, List.of())).value();
            case 4 -> Await.result(shop.carts.subtotal(by(TILL_9), id)).value();
            default -> Await.result(shop.carts.pay(by(TILL_9), id, List.of(cash("10")))).value();
          };
      assertThat(cart.total()).as("call %d", call).isEqualTo(Money.of(80));
    }
  }

  @ParameterizedTest
  @MethodSource("broken")
  void failure_doesNotAffectTheSale_orEarlierPromotions(Promotions broken) {
    shop.promotions = offering(categoryDiscount("P", "20", "C1"));
    CartId id = shop.withAnApple();
    shop.promotions = broken;

    Cart cart =
        Await.result(shop.carts.addItems(by(TILL_9), id, List.of(keyed("APPLE", 1)))).value();

    assertThat(cart.total()).isEqualTo(Money.of(180));
  }

  static Stream<Promotions> broken() {
    PortException failure =
        new PortException("promotions", PortException.Category.PERMANENT_FAILURE, "down");
    return Stream.of(
        tenant -> CompletableFuture.failedFuture(failure),
        tenant -> {
          throw failure;
        });
  }

  private static Promotions offering(Promotion... promotions) {
    return tenant -> CompletableFuture.completedFuture(List.of(promotions));
  }

  private static Promotion bounded(
      String code, String rate, OffsetDateTime start, OffsetDateTime end, String store) {
    Promotion always = categoryDiscount(code, rate, "C1");
    return new Promotion(
        code,
        always.promotionType(),
        always.name(),
        Optional.of(start),
        Optional.of(end),
        true,
        List.of(store),
        always.targetCategoryCodes(),
        always.discountRate());
  }
}
