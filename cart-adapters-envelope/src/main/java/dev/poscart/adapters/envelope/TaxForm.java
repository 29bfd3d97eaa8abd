package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxType;
import java.math.RoundingMode;
import java.util.Optional;

/** Writes and reads tax amounts and the tax table. */
final class TaxForm {

  /** Kugelpos's digit for whole yen. */
  private static final int WHOLE_YEN = -1;

  /** As many as amounts in a document have. */
  private static final int MAX_DECIMALS = 6;

  private TaxForm() {}

  static void write(DocumentWriter document, TaxAmount tax) {
    document
        .put("target_amount", tax.targetAmount())
        .put("target_quantity", tax.targetQuantity())
        .put("tax_amount", tax.amount())
        .put("tax_code", tax.taxCode())
        .put("tax_name", tax.name())
        .put("tax_no", tax.taxNo())
        .put("tax_type", WireWords.of(WireWords.TAX, tax.type()));
  }

  static TaxAmount readAmount(DocumentFields fields) throws MalformedEnvelopeException {
    return new TaxAmount(
        fields.count("tax_no"),
        fields.text("tax_code"),
        fields.choice("tax_type", WireWords.TAX),
        fields.textOr("tax_name", ""),
        fields.money("tax_amount"),
        fields.money("target_amount"),
        fields.optionalInteger("target_quantity").orElse(0));
  }

  static void write(DocumentWriter document, TaxRule rule) {
    boolean unrounded = rule.type() == TaxType.EXEMPT && rule.rounding() == RoundingMode.FLOOR;
    document
        .putNull("created_at", "etag")
        .put("rate", rule.rate())
        .put("round_digit", rule.decimals() == 0 && !unrounded ? WHOLE_YEN : rule.decimals())
        .put(
            "round_method",
            unrounded
                ? Optional.empty()
                : Optional.of(WireWords.of(WireWords.ROUNDING, rule.rounding())))
        .putNull("shard_key")
        .put("tax_code", rule.taxCode())
        .put("tax_name", rule.name())
        .put("tax_type", WireWords.of(WireWords.TAX, rule.type()))
        .putNull("updated_at");
  }

  static TaxRule readRule(DocumentFields fields) throws MalformedEnvelopeException {
    return new TaxRule(
        fields.text("tax_code"),
        fields.choice("tax_type", WireWords.TAX),
        fields.textOr("tax_name", ""),
        fields.decimal("rate"),
        decimals(fields),
        fields.optionalText("round_method").isPresent()
            ? fields.choice("round_method", WireWords.ROUNDING)
            : RoundingMode.FLOOR);
  }

  private static int decimals(DocumentFields fields) throws MalformedEnvelopeException {
    int digits = fields.optionalInteger("round_digit").orElse(WHOLE_YEN);
    if (digits > MAX_DECIMALS) {
      throw fields.wrong("round_digit", "at most " + MAX_DECIMALS);
    }
    return Math.max(0, digits);
  }
}
