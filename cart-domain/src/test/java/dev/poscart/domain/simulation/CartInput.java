package dev.poscart.domain.simulation;

import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.sale.DiscountEntry;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.Tender;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Input for a cart, occasionally invalid. */
final class CartInput {

  private final Chance chance;
  private final IntSupplier tags;

  CartInput(Chance chance, IntSupplier tags) {
    this.chance = chance;
    this.tags = tags;
  }

  List<KeyedItem> items() {
    List<KeyedItem> entries = new ArrayList<>();
    for (int i = chance.between(1, 3); i > 0; i--) {
      String code = (chance.percent(2) ? "X" : "I") + tags.getAsInt();
      int quantity = chance.percent(1) ? 0 : chance.between(1, 9);
      Optional<Money> price =
          chance.percent(25) ? Optional.of(Money.of(chance.between(0, 20_000))) : Optional.empty();
      entries.add(new KeyedItem(code, quantity, price, Optional.empty()));
    }
    return entries;
  }

  /** Tenders for the amount due, sometimes in two parts. */
  List<Tender> tenders(Money due) {
    List<Tender> tenders = new ArrayList<>();
    Money left = due;
    int yen = left.amount().intValue();
    if (chance.percent(30) && yen > 1) {
      Money part = Money.of(chance.between(1, yen));
      tenders.add(tender(chance.percent(50) ? "11" : "01", part));
      left = left.minus(part);
    }
    tenders.add(last(left.isPositive() ? left : Money.of(1)));
    return tenders;
  }

  /** Mostly the balance, in cash often more; cash is always whole yen. */
  private Tender last(Money left) {
    int over = chance.percent(40) ? chance.between(0, 5_000) : 0;
    Money yen = left.rounded(0, chance.coin() ? RoundingMode.CEILING : RoundingMode.HALF_UP);
    Money inCash = chance.percent(97) ? yen.plus(Money.of(over)) : left;
    if (chance.percent(1)) {
      return tender("99", left);
    } else if (chance.percent(8)) {
      return tender("13", inCash);
    } else if (chance.percent(over == 0 ? 70 : 97)) {
      return tender("01", inCash.isPositive() ? inCash : Money.of(1));
    } else {
      return tender("11", left.plus(Money.of(over)));
    }
  }

  private Tender tender(String code, Money amount) {
    return new Tender(code, amount, Optional.of("T" + tags.getAsInt()));
  }

  List<DiscountEntry> discounts() {
    List<DiscountEntry> entries = new ArrayList<>();
    for (int i = chance.between(0, 2); i > 0; i--) {
      boolean percent = chance.coin();
      entries.add(
          new DiscountEntry(
              percent ? DiscountType.PERCENTAGE : DiscountType.AMOUNT,
              BigDecimal.valueOf(chance.between(0, percent ? 60 : 300)),
              Optional.of("D" + tags.getAsInt())));
    }
    return entries;
  }
}
