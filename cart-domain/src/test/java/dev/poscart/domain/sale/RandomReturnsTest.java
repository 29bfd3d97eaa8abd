package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.METHODS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Random sales come back in random portions, with voids in between; the seed is told on failure.
 */
class RandomReturnsTest {

  private static final int SALES = 1_500;
  private static final Reversing REVERSING =
      new Reversing(TillLimits.STANDARD, PaymentRules.STANDARD);

  private static final ReversingTill TILL =
      new ReversingTill(
          CartTestData.TERMINAL,
          CartTestData.STAFF,
          new TerminalSession("20251123", 1, 7),
          CartTestData.AT,
          "event",
          NumberRange.STANDARD);

  @Test
  void returnsOfASale_sumToTheSale_figureByFigure_whateverIsVoidedInBetween() {
    int pieces = 0;
    for (long seed = 1; seed <= SALES; seed++) {
      Optional<Transaction> sale = sale(seed);
      if (sale.isPresent()) {
        try {
          pieces += new Counter(sale.orElseThrow(), new Random(seed)).emptyTheSale();
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
      }
    }
    assertThat(pieces).isGreaterThan(3 * SALES);
  }

  private static Optional<Transaction> sale(long seed) {
    RandomTill till = new RandomTill(seed);
    Cart cart = till.press();
    for (int i = 0; i < 25; i++) {
      cart = till.press();
    }
    return Optional.of(CartTestData.closing(cart, CartTestData.AT))
        .filter(closing -> !closing.liveLines().isEmpty())
        .map(closing -> Bill.transaction(closing, new IssuedNumbers(1, 111_111)));
  }

  /** Where one sale comes back. */
  private static final class Counter {

    private final Transaction sale;
    private final Random random;
    private final List<Transaction> log = new ArrayList<>();

    Counter(Transaction sale, Random random) {
      this.sale = sale;
      this.random = random;
    }

    /** Returns and voids at random, then returns the rest; how many entries that took. */
    int emptyTheSale() {
      for (int i = 0; i < 12; i++) {
        List<Transaction> returns = history().returns();
        if (!returns.isEmpty() && random.nextInt(3) == 0) {
          voidOf(returns.get(random.nextInt(returns.size())));
        } else {
          returnSome(line -> random.nextInt(1 + left(line)));
        }
      }
      returnSome(this::left);
      assertThat(history().statusOf(sale).refunded()).isTrue();
      assertThat(figures(history().returns())).isEqualTo(figures(List.of(sale)));
      return log.size();
    }

    private void returnSome(Function<LineItem, Integer> quantityOf) {
      List<ReturnEntry> entries =
          sale.lines().stream()
              .filter(LineItem::live)
              .map(line -> new ReturnEntry(line.lineNo(), quantityOf.apply(line)))
              .filter(entry -> entry.quantity() > 0)
              .toList();
      if (entries.isEmpty()) {
        return;
      }
      Money owed = new Remainder(sale, history().returns()).take(entries, CartTestData.AT).owed();
      Transaction back =
          REVERSING
              .returned(sale, history(), Optional.of(entries), cash(owed), METHODS, TILL)
              .transaction(numbers());
      assertSound(back);
      log.add(back);
    }

    private void voidOf(Transaction back) {
      List<Tender> tenders =
          back.payments().stream()
              .map(Payment::amount)
              .flatMap(amount -> cash(amount).stream())
              .toList();
      log.add(REVERSING.voided(back, history(), tenders, METHODS, TILL).transaction(numbers()));
    }

    private SaleHistory history() {
      return SaleHistory.of(new TransactionKey(sale.terminal(), 1), log);
    }

    private int left(LineItem line) {
      return line.quantity() - history().returned(line.lineNo());
    }

    private IssuedNumbers numbers() {
      return new IssuedNumbers(log.size() + 2, 111_112);
    }

    private static List<Tender> cash(Money amount) {
      return amount.isZero() ? List.of() : List.of(new Tender("01", amount, Optional.empty()));
    }

    /** No figure is below zero, and each line and the whole agree with themselves. */
    private static void assertSound(Transaction back) {
      for (LineItem line : back.lines()) {
        assertThat(line.amount()).isEqualTo(line.gross().minus(line.discountTotal()));
        assertThat(line.taxBase().isNegative()).as("tax base of %s", line).isFalse();
        assertThat(line.discounts()).noneMatch(discount -> discount.amount().isNegative());
        assertThat(line.allocated()).noneMatch(discount -> discount.amount().isNegative());
      }
      assertThat(back.taxes()).noneMatch(tax -> tax.amount().isNegative());
      Money targets =
          back.taxes().stream().map(TaxAmount::targetAmount).reduce(Money.ZERO, Money::plus);
      assertThat(back.sales().total()).isEqualTo(targets);
    }
  }

  /** All figures by name, summed over the entries. */
  private static Map<String, Money> figures(List<Transaction> entries) {
    Map<String, Money> sums = new TreeMap<>();
    for (Transaction entry : entries) {
      add(sums, "total", entry.sales().total());
      add(sums, "total with tax", entry.sales().totalWithTax());
      add(sums, "external tax", entry.sales().externalTax());
      add(sums, "discounts", entry.sales().discountTotal());
      add(sums, "pieces", Money.of(entry.sales().totalQuantity()));
      addAll(sums, "subtotal discount ", entry.subtotalDiscounts());
      for (TaxAmount tax : entry.taxes()) {
        add(sums, "tax " + tax.taxCode(), tax.amount());
        add(sums, "tax target " + tax.taxCode(), tax.targetAmount());
        add(sums, "tax pieces " + tax.taxCode(), Money.of(tax.targetQuantity()));
      }
      for (LineItem line : entry.lines().stream().filter(LineItem::live).toList()) {
        add(sums, "line " + line.lineNo(), line.amount());
        addAll(sums, "line " + line.lineNo() + " discount ", line.discounts());
        addAll(sums, "line " + line.lineNo() + " share ", line.allocated());
      }
    }
    return sums;
  }

  private static void addAll(Map<String, Money> sums, String name, List<Discount> discounts) {
    for (int i = 0; i < discounts.size(); i++) {
      add(sums, name + i, discounts.get(i).amount());
    }
  }

  private static void add(Map<String, Money> sums, String name, Money amount) {
    sums.merge(name, amount, Money::plus);
  }
}
