package dev.poscart.domain.pricing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Explanation.Figure;
import dev.poscart.domain.model.Explanation.Part;
import dev.poscart.domain.model.Explanation.Step;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxType;
import java.math.BigDecimal;
import java.util.List;

/** Explains the amount of a tax. */
final class TaxExplanation {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private TaxExplanation() {}

  static Part of(Cart cart, TaxAmount tax) {
    List<Money> bases =
        cart.liveLines().stream()
            .filter(line -> line.item().taxCode().equals(tax.taxCode()))
            .map(LineItem::taxBase)
            .toList();
    Step amount =
        cart.taxTable()
            .find(tax.taxCode())
            .filter(rule -> rule.type() != TaxType.EXEMPT)
            .map(rule -> amount(rule, tax))
            .orElseGet(() -> Steps.exactly(Figure.TAX, "0", tax.amount()));
    return new Part(
        tax.taxNo(),
        tax.taxCode(),
        tax.name(),
        List.of(Steps.sum(Figure.TAX_TARGET, bases), amount));
  }

  private static Step amount(TaxRule rule, TaxAmount tax) {
    String rate = rule.rate().toPlainString();
    boolean inside = rule.type() == TaxType.INTERNAL;
    Fraction exact =
        new Fraction(
            tax.targetAmount().amount().multiply(rule.rate()),
            inside ? HUNDRED.add(rule.rate()) : HUNDRED);
    String divisor = inside ? "(100 + " + rate + ")" : "100";
    boolean alone = exact.rounded(rule.decimals(), rule.rounding()).equals(tax.amount());
    String rounding =
        LineExplanation.words(rule.rounding())
            + " to "
            + (rule.decimals() == 0 ? "whole yen" : rule.decimals() + " decimals")
            + (alone ? "" : ", together with the other codes of this rate");
    return Steps.rounded(
        Figure.TAX,
        tax.targetAmount() + " * " + rate + " / " + divisor,
        exact,
        rounding,
        tax.amount());
  }
}
