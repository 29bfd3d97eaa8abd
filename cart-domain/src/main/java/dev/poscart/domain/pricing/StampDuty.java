package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.TaxAmount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The revenue stamp (収入印紙) due on a receipt for money, by table 1 no. 17 of Japan's Stamp Tax Act:
 * nothing below 50,000 yen; above that, the upper limit of a band belongs to the band.
 *
 * @param target the amount of money on which duty is due; 0 if none is due
 * @param duty in yen
 */
public record StampDuty(Money target, Money duty) {

  private static final StampDuty NONE = new StampDuty(Money.ZERO, Money.ZERO);
  private static final Money FLOOR = Money.of(50_000);

  /** A band: amounts up to and including {@code upTo} owe {@code duty}. */
  private record Band(long upTo, long duty) {}

  private static final List<Band> BANDS =
      List.of(
          new Band(1_000_000, 200),
          new Band(2_000_000, 400),
          new Band(3_000_000, 600),
          new Band(5_000_000, 1_000),
          new Band(10_000_000, 2_000),
          new Band(20_000_000, 4_000),
          new Band(30_000_000, 6_000),
          new Band(50_000_000, 10_000),
          new Band(100_000_000, 20_000),
          new Band(200_000_000, 40_000),
          new Band(300_000_000, 60_000),
          new Band(500_000_000, 100_000),
          new Band(1_000_000_000, 150_000));

  private static final Money ABOVE_ALL_BANDS = Money.of(200_000);

  /**
   * The duty on a cart, based on the smaller of the total without any tax and the part paid in
   * money.
   *
   * @param paymentCodes payment codes that count as money; empty: those of the cash kind
   */
  public static StampDuty of(Cart cart, Set<String> paymentCodes) {
    Money withoutTax =
        cart.taxes().stream().map(TaxAmount::amount).reduce(cart.totalWithTax(), Money::minus);
    Money received =
        cart.payments().stream()
            .filter(payment -> counts(payment, paymentCodes))
            .map(Payment::settlement)
            .reduce(Money.ZERO, Money::plus);
    Money decisive = withoutTax.min(received);
    return FLOOR.isGreaterThan(decisive) ? NONE : new StampDuty(received, duty(decisive));
  }

  /** The duty of each band by the amount from which, or above which, it is due. */
  public static Map<Money, Money> thresholds() {
    Map<Money, Money> duties = new TreeMap<>();
    Money from = FLOOR;
    for (Band band : BANDS) {
      duties.put(from, Money.of(band.duty()));
      from = Money.of(band.upTo());
    }
    duties.put(from, ABOVE_ALL_BANDS);
    return duties;
  }

  private static boolean counts(Payment payment, Set<String> paymentCodes) {
    return paymentCodes.isEmpty()
        ? payment.kind().isCash()
        : paymentCodes.contains(payment.paymentCode());
  }

  private static Money duty(Money decisive) {
    return BANDS.stream()
        .filter(band -> !decisive.isGreaterThan(Money.of(band.upTo())))
        .findFirst()
        .map(band -> Money.of(band.duty()))
        .orElse(ABOVE_ALL_BANDS);
  }
}
