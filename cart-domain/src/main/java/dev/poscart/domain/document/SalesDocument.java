package dev.poscart.domain.document;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Sales;
import java.util.Map;

/** Converts the totals of a transaction. */
final class SalesDocument {

  private SalesDocument() {}

  static Map<String, Object> write(Sales sales) {
    return new DocumentBuilder()
        .put("reference_date_time", sales.referenceAt())
        .put("total_amount", sales.total())
        .put("total_amount_with_tax", sales.totalWithTax())
        .put("tax_amount", sales.externalTax())
        .put("total_quantity", sales.totalQuantity())
        .put("change_amount", sales.change())
        .putUnlessZero("cash_rounding_amount", sales.cashRounding())
        .put("total_discount_amount", sales.discountTotal())
        .put("is_cancelled", sales.cancelled())
        .put("is_stamp_duty_applied", sales.stampDuty().isPositive())
        .put("stamp_duty_target_amount", sales.stampDutyTarget())
        .put("stamp_duty_amount", sales.stampDuty())
        .make();
  }

  static Sales read(DocumentReader document) {
    return new Sales(
        document.time("reference_date_time"),
        document.money("total_amount"),
        document.money("total_amount_with_tax"),
        document.money("tax_amount"),
        document.integer("total_quantity"),
        document.money("change_amount"),
        document.money("total_discount_amount"),
        document.flag("is_cancelled"),
        document.money("stamp_duty_target_amount"),
        document.money("stamp_duty_amount"),
        document.optionalMoney("cash_rounding_amount").orElse(Money.ZERO));
  }
}
