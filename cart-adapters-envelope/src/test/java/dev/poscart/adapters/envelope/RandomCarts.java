package dev.poscart.adapters.envelope;

import dev.poscart.domain.fixtures.RandomSales;
import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TransactionType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random open carts, with all that a document can hold. */
final class RandomCarts {

  private static final List<CartStatus> OPEN =
      List.of(CartStatus.IDLE, CartStatus.ENTERING_ITEM, CartStatus.PAYING);

  private final Random random;
  private final Cart anything;

  RandomCarts(long seed) {
    this.random = new Random(seed);
    this.anything = new RandomSales(seed).cart();
  }

  CarriedCart cart() {
    return new CarriedCart(
        open(),
        random.nextInt(1_000),
        Optional.empty(),
        random.nextBoolean() ? Optional.of(new Staff("S001", "スタッフ太郎")) : Optional.empty(),
        List.of(
            new Setting(
                "RECEIPT_FOOTERS",
                Optional.empty(),
                List.of(new Setting.Scoped(Optional.of("5678"), Optional.of(9), "🍎 \"a\""))),
            new Setting("RECEIPT_NO_START_VALUE", Optional.of("111111"), List.of())),
        List.of(promotion()),
        Optional.empty());
  }

  /** What a snapshot says besides the totals, which are only compared. */
  static CarriedCart withoutTotals(CarriedCart cart) {
    return new CarriedCart(
        cart.cart(),
        cart.revision(),
        cart.issuedTo(),
        cart.openedBy(),
        cart.settings(),
        cart.promotions(),
        Optional.empty());
  }

  /** Possibly with what does not survive binary floating point, or what no till enters. */
  CarriedCart anyCart() {
    CarriedCart plausible = cart();
    return plausible.following(
        plausible
            .cart()
            .change()
            .lines(anything.lines())
            .subtotalDiscounts(anything.subtotalDiscounts())
            .make());
  }

  private Cart open() {
    return new Cart(
        anything.id(),
        anything.terminal(),
        anything.storeName(),
        OPEN.get(random.nextInt(OPEN.size())),
        TransactionType.SALE,
        anything.customer(),
        anything.businessDate(),
        anything.createdAt(),
        TaxTable.DEFAULT,
        anything.cashRounding(),
        anything.lines().stream().map(RandomCarts::plausible).toList(),
        anything.subtotalDiscounts().stream().map(RandomCarts::plain).toList(),
        anything.taxes(),
        anything.payments(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Quantities as tills have them; a store price of zero is none. */
  private static LineItem plausible(LineItem line) {
    Item item = line.item();
    Item plausible =
        new Item(
            item.itemCode(),
            item.description(),
            item.descriptionShort(),
            item.unitPrice(),
            item.storePrice().filter(Money::isPositive),
            item.categoryCode(),
            item.taxCode(),
            item.discountRestricted(),
            item.verified());
    return new LineItem(
        line.lineNo(),
        plausible,
        line.unitPrice(),
        line.unitPriceOriginal(),
        1 + line.quantity() % 9_999,
        line.amount(),
        line.discounts().stream().map(RandomCarts::plain).toList(),
        line.allocated().stream().map(RandomCarts::plain).toList(),
        line.cancelled(),
        line.classCode());
  }

  /** Without zeros at the end of the value, which have no meaning. */
  private static Discount plain(Discount discount) {
    return new Discount(
        discount.type(),
        new Money(discount.value()).amount(),
        discount.amount(),
        discount.detail(),
        discount.promotion());
  }

  private Promotion promotion() {
    return new Promotion(
        "P001",
        "category_discount",
        "乳製品10%引",
        Optional.of(OffsetDateTime.parse("2026-08-01T00:00:00Z")),
        random.nextBoolean()
            ? Optional.of(OffsetDateTime.parse("2026-09-30T23:59:59.250000+09:00"))
            : Optional.empty(),
        random.nextBoolean(),
        List.of("5678"),
        List.of("C1", "C2"),
        new BigDecimal("10"));
  }
}
