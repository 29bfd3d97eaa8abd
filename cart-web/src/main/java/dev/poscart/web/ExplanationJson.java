package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Explanation;
import dev.poscart.domain.model.Explanation.Step;
import java.io.IOException;

/** Renders the explanation of a cart: how each of its amounts was calculated. */
record ExplanationJson(String cartId, Explanation explanation) implements JsonValueWriter {

  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("cartId", cartId);
    JsonText.list(out, "lines", explanation.lines(), ExplanationJson::part);
    JsonText.list(out, "subtotal", explanation.subtotal(), ExplanationJson::step);
    JsonText.list(out, "taxes", explanation.taxes(), ExplanationJson::part);
    JsonText.list(out, "total", explanation.total(), ExplanationJson::step);
    JsonText.list(out, "payments", explanation.payments(), ExplanationJson::part);
    JsonText.list(out, "balance", explanation.balance(), ExplanationJson::step);
    out.writeEndObject();
  }

  private static void part(JsonGenerator out, Explanation.Part part) throws IOException {
    out.writeStartObject();
    out.writeNumberField("no", part.no());
    out.writeStringField("code", part.code());
    out.writeStringField("name", part.name());
    JsonText.list(out, "steps", part.steps(), ExplanationJson::step);
    out.writeEndObject();
  }

  private static void step(JsonGenerator out, Step step) throws IOException {
    out.writeStartObject();
    out.writeStringField("figure", figure(step));
    out.writeStringField("formula", step.formula());
    JsonText.money(out, "exact", step.exact());
    JsonText.text(out, "rounding", step.rounding());
    JsonText.money(out, "result", step.result());
    out.writeEndObject();
  }

  /** The name of an amount, the same as in the cart if it appears there. */
  private static String figure(Step step) {
    String which = "[" + step.discount().map(String::valueOf).orElse("") + "]";
    return switch (step.figure()) {
      case UNIT_PRICE -> "unitPrice";
      case GROSS -> "gross";
      case DISCOUNT_OF_A_PIECE -> "discounts" + which + ".perPiece";
      case LINE_DISCOUNT -> "discounts" + which + ".discountAmount";
      case LINE_AMOUNT -> "amount";
      case SHARE_OF_SUBTOTAL_DISCOUNT -> "share of subtotalDiscounts" + which;
      case TAX_BASE -> "taxBase";
      case LINE_TOTAL -> "lineTotal";
      case SUBTOTAL_DISCOUNT -> "subtotalDiscounts" + which + ".discountAmount";
      case TOTAL -> "totalAmount";
      case TAX_TARGET -> "targetAmount";
      case TAX -> "taxAmount";
      case TOTAL_WITH_TAX -> "totalAmountWithTax";
      case TENDERED -> "deposit";
      case DUE_IN_CASH -> "due";
      case CHANGE -> "change";
      case SURPLUS -> "surplusAmount";
      case CASH_ROUNDING -> "cashRoundingAmount";
      case PAYMENT -> "paymentAmount";
      case BALANCE -> "balanceAmount";
      case BALANCE_IN_CASH -> "cashDueAmount";
    };
  }
}
