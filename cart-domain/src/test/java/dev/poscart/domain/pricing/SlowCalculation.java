package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of a cart, recalculated slowly from the input and the default tax table alone, in
 * whole hundredths of a yen, with every share allocated one unit at a time. Shares no code with the
 * calculation that it checks.
 */
public final class SlowCalculation {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final Map<String, int[]> RATES =
      Map.of(
          "00", new int[] {0, 100},
          "01", new int[] {10, 100},
          "11", new int[] {8, 100},
          "02", new int[] {10, 110},
          "12", new int[] {8, 108});

  private SlowCalculation() {}

  /** Figures in hundredths of a yen; taxes and their bases by code. */
  public record Figures(
      BigInteger total,
      BigInteger totalWithTax,
      BigInteger discounts,
      Map<String, BigInteger> bases,
      Map<String, BigInteger> taxes) {}

  /** Recomputes; percentages on lines are rounded per piece, or once for the line. */
  public static Figures of(Cart cart, DiscountRounding.Unit unit) {
    List<LineItem> live = cart.lines().stream().filter(line -> !line.cancelled()).toList();
    List<BigInteger> left = new ArrayList<>();
    BigInteger gross = BigInteger.ZERO;
    for (LineItem line : live) {
      gross = gross.add(hundredths(line.unitPrice().amount()).multiply(quantity(line)));
      left.add(lineAmount(line, unit));
    }
    List<BigInteger> amounts = List.copyOf(left);
    for (Discount discount : cart.subtotalDiscounts()) {
      spread(subtotalDiscount(discount, live, amounts), live, left);
    }
    BigInteger total = sum(left);
    Map<String, BigInteger> bases = new TreeMap<>();
    for (int i = 0; i < live.size(); i++) {
      bases.merge(live.get(i).item().taxCode(), left.get(i), BigInteger::add);
    }
    Map<String, BigInteger> taxes = new TreeMap<>();
    bases.forEach((code, base) -> taxes.put(code, tax(code, base)));
    BigInteger external =
        taxes.getOrDefault("01", BigInteger.ZERO).add(taxes.getOrDefault("11", BigInteger.ZERO));
    return new Figures(total, total.add(external), gross.subtract(total), bases, taxes);
  }

  /** An amount in hundredths of a yen. */
  public static BigInteger hundredths(BigDecimal amount) {
    return amount.movePointRight(2).toBigIntegerExact();
  }

  /** The tax of each rate, rounded once, in hundredths of a yen. */
  public static Map<Integer, BigInteger> taxesPerRate(Figures figures) {
    Map<Integer, BigInteger> taxes = new TreeMap<>();
    for (int rate : new int[] {8, 10}) {
      BigInteger onTop = figures.bases().getOrDefault(rate == 8 ? "11" : "01", BigInteger.ZERO);
      BigInteger inside = figures.bases().getOrDefault(rate == 8 ? "12" : "02", BigInteger.ZERO);
      BigInteger sum =
          onTop
              .multiply(BigInteger.valueOf(rate * (100L + rate)))
              .add(inside.multiply(BigInteger.valueOf(rate * 100L)));
      BigInteger yen = sum.divide(BigInteger.valueOf(100L * (100 + rate) * 100));
      taxes.put(rate, yen.multiply(HUNDRED));
    }
    return taxes;
  }

  static BigInteger lineAmount(LineItem line, DiscountRounding.Unit unit) {
    List<BigInteger> parts = parts(line, unit);
    BigInteger off = BigInteger.ZERO;
    for (Discount discount : line.discounts()) {
      if (discount.type() == DiscountType.PERCENTAGE) {
        parts.replaceAll(part -> part.subtract(percent(part, discount.value()).min(part)));
      } else {
        off = off.add(hundredths(discount.value()));
      }
    }
    return sum(parts).subtract(off);
  }

  /** The units that are discounted and rounded separately: each piece, or the whole line. */
  private static List<BigInteger> parts(LineItem line, DiscountRounding.Unit unit) {
    BigInteger piece = hundredths(line.unitPrice().amount());
    return unit == DiscountRounding.Unit.PIECE
        ? new ArrayList<>(Collections.nCopies(line.quantity(), piece))
        : new ArrayList<>(List.of(piece.multiply(quantity(line))));
  }

  private static BigInteger subtotalDiscount(
      Discount discount, List<LineItem> live, List<BigInteger> amounts) {
    if (discount.type() == DiscountType.AMOUNT) {
      return hundredths(discount.value());
    }
    BigInteger base = BigInteger.ZERO;
    for (int i = 0; i < live.size(); i++) {
      if (!live.get(i).item().discountRestricted()) {
        base = base.add(amounts.get(i));
      }
    }
    return percent(base, discount.value()).min(base);
  }

  /** Whole yen, half a yen counts up, in hundredths. */
  private static BigInteger percent(BigInteger base, BigDecimal percent) {
    // base (1/100 yen) x percent (1/100 of a percent) is in millionths of a yen
    BigInteger millionths = base.multiply(hundredths(percent));
    BigInteger million = BigInteger.TEN.pow(6);
    BigInteger yen = BigInteger.ZERO;
    BigInteger[] parts = millionths.divideAndRemainder(million);
    yen = yen.add(parts[0]);
    if (parts[1].shiftLeft(1).compareTo(million) >= 0) {
      yen = yen.add(BigInteger.ONE);
    }
    return yen.multiply(HUNDRED);
  }

  /**
   * Gives each line its whole units, then the rest one by one to the line with the largest
   * remainder.
   */
  private static void spread(BigInteger discount, List<LineItem> live, List<BigInteger> left) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < live.size(); i++) {
      if (!live.get(i).item().discountRestricted() && left.get(i).signum() > 0) {
        open.add(i);
      }
    }
    List<BigInteger> before = List.copyOf(left);
    BigInteger whole = open.stream().map(before::get).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger unit = unit(discount, open.stream().map(before::get).toList());
    List<BigInteger> given = new ArrayList<>(before.stream().map(b -> BigInteger.ZERO).toList());
    BigInteger rest = discount;
    for (int i : open) {
      BigInteger units = discount.multiply(before.get(i)).divide(whole.multiply(unit));
      given.set(i, units.multiply(unit));
      rest = rest.subtract(given.get(i));
    }
    Comparator<Integer> mostIsOwedTo =
        Comparator.comparing(
            i -> given.get(i).multiply(whole).subtract(discount.multiply(before.get(i))));
    List<Integer> claims = new ArrayList<>(open);
    claims.sort(mostIsOwedTo.thenComparing(i -> before.get(i).negate()));
    for (int next = 0; rest.signum() > 0; next++) {
      given.set(claims.get(next), given.get(claims.get(next)).add(unit));
      rest = rest.subtract(unit);
    }
    for (int i : open) {
      left.set(i, before.get(i).subtract(given.get(i)));
    }
  }

  /** One yen, a tenth or a hundredth of it, as the finest amount in play needs. */
  private static BigInteger unit(BigInteger discount, List<BigInteger> amounts) {
    for (int unit : new int[] {100, 10}) {
      BigInteger candidate = BigInteger.valueOf(unit);
      if (discount.mod(candidate).signum() == 0
          && amounts.stream().allMatch(amount -> amount.mod(candidate).signum() == 0)) {
        return candidate;
      }
    }
    return BigInteger.ONE;
  }

  /** Rounded down to whole yen, in hundredths. */
  private static BigInteger tax(String code, BigInteger base) {
    int[] rate = RATES.getOrDefault(code, new int[] {0, 1});
    BigInteger yen =
        base.multiply(BigInteger.valueOf(rate[0])).divide(BigInteger.valueOf(rate[1] * 100L));
    return yen.multiply(HUNDRED);
  }

  private static BigInteger quantity(LineItem line) {
    return BigInteger.valueOf(line.quantity());
  }

  private static BigInteger sum(List<BigInteger> values) {
    return values.stream().reduce(BigInteger.ZERO, BigInteger::add);
  }
}
