package dev.poscart.domain.document;

import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxType;
import java.math.RoundingMode;
import java.util.Map;

/** Converts taxes and tax rules. */
final class TaxDocument {

  private TaxDocument() {}

  static Map<String, Object> write(TaxAmount tax) {
    return new DocumentBuilder()
        .put("tax_no", tax.taxNo())
        .put("tax_code", tax.taxCode())
        .put("tax_type", tax.type())
        .put("tax_name", tax.name())
        .put("tax_amount", tax.amount())
        .put("target_amount", tax.targetAmount())
        .put("target_quantity", tax.targetQuantity())
        .make();
  }

  static TaxAmount readAmount(DocumentReader document) {
    return new TaxAmount(
        document.integer("tax_no"),
        document.text("tax_code"),
        document.choice("tax_type", TaxType.class),
        document.text("tax_name"),
        document.money("tax_amount"),
        document.money("target_amount"),
        document.integer("target_quantity"));
  }

  static Map<String, Object> write(TaxRule rule) {
    return new DocumentBuilder()
        .put("tax_code", rule.taxCode())
        .put("tax_type", rule.type())
        .put("tax_name", rule.name())
        .put("rate", rule.rate())
        .put("round_decimals", rule.decimals())
        .put("round_method", rule.rounding())
        .make();
  }

  static TaxRule readRule(DocumentReader document) {
    return new TaxRule(
        document.text("tax_code"),
        document.choice("tax_type", TaxType.class),
        document.text("tax_name"),
        document.decimal("rate"),
        document.integer("round_decimals"),
        document.choice("round_method", RoundingMode.class));
  }
}
