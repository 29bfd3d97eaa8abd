package dev.poscart.domain.report;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxType;

/**
 * The tax of one tax code, less that of returns and voids.
 *
 * @param targetAmount the amount that the tax was computed from
 * @param targetQuantity number of pieces
 */
public record TaxFigure(
    String taxCode,
    TaxType type,
    String name,
    Money amount,
    Money targetAmount,
    int targetQuantity) {

  static TaxFigure of(TaxAmount tax, Direction direction) {
    int sign = direction.net();
    return new TaxFigure(
        tax.taxCode(),
        tax.type(),
        tax.name(),
        tax.amount().times(sign),
        tax.targetAmount().times(sign),
        Math.multiplyExact(tax.targetQuantity(), sign));
  }

  /** The sum of two figures of the same tax code, under the name of the first. */
  TaxFigure plus(TaxFigure other) {
    return new TaxFigure(
        taxCode,
        type,
        name,
        amount.plus(other.amount),
        targetAmount.plus(other.targetAmount),
        Math.addExact(targetQuantity, other.targetQuantity));
  }
}
