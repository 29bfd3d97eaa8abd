package dev.poscart.domain.sale;

import static dev.poscart.domain.sale.RandomTill.METHODS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.pricing.Calculation;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Random sales are returned in random portions, with voids in between; a failure names the seed.
 */
@Slow
class RandomReturnsTest {

  private static final int SALES = 1_500;
  private static final Reversing EXACT = reversing(CashRounding.NONE);
  private static final Reversing YEN = reversing(CashRounding.YEN);

  @Test
  void returnsOfASale_addUpToTheSale_inEveryFigure_despiteVoidsInBetween() {
    int pieces = 0;
    for (long seed = 1; seed <= SALES; seed++) {
      Optional<Transaction> sale = sale(seed);
      if (sale.isPresent()) {
        try {
          pieces +=
              new ReturnsCounter(
                      sale.orElseThrow(),
                      new Random(seed),
                      RandomTill.cashRounding(seed) == CashRounding.YEN ? YEN : EXACT)
                  .emptyTheSale();
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
    return Optional.of(cart)
        .filter(sold -> !sold.liveLines().isEmpty())
        .map(sold -> Bill.mark(paidUp(sold, till(till), seed), billing()))
        .map(marked -> Bill.transaction(marked, new IssuedNumbers(1, 111_111)));
  }

  /** The remainder is paid by card or in cash; a remainder that rounds to no cash is left. */
  private static Cart paidUp(Cart cart, Till till, long seed) {
    Cart paying = cart.status() == CartStatus.PAYING ? cart : till.subtotal(cart);
    boolean byCard = seed % 3 == 0;
    Money due = byCard ? paying.balanceDue() : paying.cashDue();
    return due.isZero() ? paying : till.pay(paying, tenders(byCard ? "11" : "01", due), METHODS);
  }

  private static Till till(RandomTill of) {
    return new Till(new Calculation(of.rules()), TillLimits.DEFAULT, TenderRules.FLAGS);
  }

  static List<Tender> tenders(String code, Money amount) {
    return amount.isZero() ? List.of() : List.of(new Tender(code, amount, Optional.empty()));
  }

  private static Closing billing() {
    return new Closing(
        Closing.Kind.BILL,
        ReturnsCounter.TILL.terminal(),
        ReturnsCounter.TILL.staff(),
        ReturnsCounter.TILL.session(),
        CartTestData.AT,
        "event",
        ReceiptSettings.DEFAULT,
        Set.of());
  }

  private static Reversing reversing(CashRounding rounding) {
    return new Reversing(
        TillLimits.DEFAULT, new PaymentRules(TenderRules.FLAGS, RefundTo.ANY, rounding, Set.of()));
  }
}
