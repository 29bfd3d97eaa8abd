package dev.poscart.domain.sale;

import static dev.poscart.domain.sale.RandomTill.METHODS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.usecase.audit.LogVerification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Returns one sale piece by piece. */
final class ReturnsCounter {

  static final ReversingTill TILL =
      new ReversingTill(
          CartTestData.TERMINAL,
          "テスト店",
          CartTestData.STAFF,
          new TerminalSession("20251123", 1, 7),
          CartTestData.AT,
          "event",
          NumberRange.DEFAULT);

  private final Transaction sale;
  private final Random random;
  private final Reversing rules;
  private final List<Transaction> log = new ArrayList<>();

  ReturnsCounter(Transaction sale, Random random, Reversing rules) {
    this.sale = sale;
    this.random = random;
    this.rules = rules;
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
    if (random.nextInt(8) == 0) {
      assertThat(audited()).isEmpty();
    }
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
        rules
            .returned(sale, history(), Optional.of(entries), refunds(owed), METHODS, TILL)
            .transaction(numbers());
    assertSound(back);
    log.add(back);
  }

  /** Possibly some by card, and the rest in cash. */
  private List<Tender> refunds(Money owed) {
    BigDecimal share = BigDecimal.valueOf(random.nextInt(3), 1);
    Money card = new Money(owed.amount().multiply(share)).payable();
    List<Tender> refunds = new ArrayList<>(RandomReturnsTest.tenders("11", card));
    refunds.addAll(RandomReturnsTest.tenders("01", owed.minus(card)));
    return refunds;
  }

  private void voidOf(Transaction back) {
    List<Tender> asPaid =
        back.payments().stream()
            .flatMap(
                payment ->
                    RandomReturnsTest.tenders(payment.paymentCode(), payment.amount()).stream())
            .toList();
    log.add(rules.voided(back, history(), asPaid, METHODS, TILL).transaction(numbers()));
  }

  /** The findings of a check of the whole log. */
  private List<String> audited() {
    InMemoryTransactionLog kept = new InMemoryTransactionLog();
    Optional<LogEnd> last = Optional.empty();
    for (Transaction entry : Stream.concat(Stream.of(sale), log.stream()).toList()) {
      Transaction tied = Chain.tie(entry, last);
      Await.result(kept.append(tied));
      last = Optional.of(TransactionTestData.endAt(tied));
    }
    List<String> findings = new ArrayList<>();
    Await.result(
        new LogVerification(kept.inspection(), kept, 100)
            .verify("A1234", List.of(), finding -> findings.add(finding.problem())));
    return findings;
  }

  private SaleHistory history() {
    return SaleHistory.of(new LogPosition(sale.terminal(), 1), log);
  }

  private int left(LineItem line) {
    return line.quantity() - history().returned(line.lineNo());
  }

  private IssuedNumbers numbers() {
    return new IssuedNumbers(log.size() + 2, 111_112 + log.size());
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
    assertThat(back.payments()).noneMatch(payment -> payment.settlement().isNegative());
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
