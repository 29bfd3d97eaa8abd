package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.Tally;
import dev.poscart.domain.report.TaxFigure;
import dev.poscart.domain.report.TenderFigure;
import dev.poscart.domain.usecase.report.SessionReport;
import dev.poscart.domain.usecase.report.StoreReport;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Renders a sales report. What kugelpos does not have follows the fields that it has. */
record SalesReportJson(ReportQuery query, StoreReport report) implements JsonValueWriter {

  @Override
  public void write(JsonGenerator out) throws IOException {
    SalesFigures sales = report.sales();
    out.writeStartObject();
    ReportHeadJson.write(out, query, report);
    ReportHeadJson.tally(out, "salesGross", sales.gross());
    ReportHeadJson.tally(out, "salesNet", sales.net());
    ReportHeadJson.tally(out, "discountForLineitems", sales.lineDiscounts());
    ReportHeadJson.tally(out, "discountForSubtotal", sales.subtotalDiscounts());
    ReportHeadJson.tally(out, "returns", sales.returns());
    JsonText.list(out, "taxes", sales.taxes(), SalesReportJson::tax);
    JsonText.list(out, "payments", sales.tenders(), SalesReportJson::payment);
    cash(out, report.drawer());
    ReportHeadJson.texts(out, report);
    ReportHeadJson.tally(out, "voids", sales.voids());
    ReportHeadJson.tally(out, "cancelled", sales.cancelled());
    JsonText.money(out, "cashRounding", sales.takings().cashRounding());
    JsonText.money(out, "surplus", sales.takings().surplus());
    JsonText.list(out, "sessions", report.sessions(), SalesReportJson::session);
    out.writeArrayFieldStart("days");
    for (Map.Entry<String, SalesFigures> day : report.days().entrySet()) {
      day(out, day.getKey(), day.getValue());
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void tax(JsonGenerator out, TaxFigure tax) throws IOException {
    out.writeStartObject();
    out.writeStringField("taxName", tax.name());
    JsonText.money(out, "taxAmount", tax.amount());
    JsonText.money(out, "targetAmount", tax.targetAmount());
    out.writeNumberField("targetQuantity", tax.targetQuantity());
    out.writeStringField("taxCode", tax.taxCode());
    out.writeStringField("taxType", WireEnumNames.of(tax.type()));
    out.writeEndObject();
  }

  private static void payment(JsonGenerator out, TenderFigure tender) throws IOException {
    out.writeStartObject();
    out.writeStringField("paymentName", tender.name());
    JsonText.money(out, "amount", tender.amount());
    out.writeNumberField("count", tender.count());
    out.writeStringField("paymentCode", tender.paymentCode());
    out.writeEndObject();
  }

  private static void cash(JsonGenerator out, Drawer drawer) throws IOException {
    out.writeObjectFieldStart("cash");
    JsonText.money(out, "logicalAmount", drawer.expected());
    money(out, "physicalAmount", drawer.counted());
    money(out, "differenceAmount", drawer.difference());
    moved(out, "cashIn", drawer.cashIn());
    moved(out, "cashOut", drawer.cashOut());
    out.writeEndObject();
  }

  private static void moved(JsonGenerator out, String name, Tally tally) throws IOException {
    out.writeObjectFieldStart(name);
    JsonText.money(out, "amount", tally.amount());
    out.writeNumberField("count", tally.count());
    out.writeEndObject();
  }

  private static void session(JsonGenerator out, SessionReport session) throws IOException {
    out.writeStartObject();
    out.writeNumberField("terminalNo", session.terminal().terminalNo());
    out.writeStringField("businessDate", session.session().businessDate());
    out.writeNumberField("openCounter", session.session().openCounter());
    out.writeNumberField("businessCounter", session.session().businessCounter());
    JsonText.text(out, "openedAt", session.openedAt().map(Timestamps::of));
    JsonText.text(out, "closedAt", session.closedAt().map(Timestamps::of));
    ReportHeadJson.number(out, "firstTransactionNo", session.firstTransactionNo());
    ReportHeadJson.number(out, "lastTransactionNo", session.lastTransactionNo());
    ReportHeadJson.tally(out, "salesNet", session.sales().net());
    cash(out, session.drawer());
    out.writeEndObject();
  }

  private static void day(JsonGenerator out, String date, SalesFigures sales) throws IOException {
    out.writeStartObject();
    out.writeStringField("businessDate", date);
    ReportHeadJson.tally(out, "salesGross", sales.gross());
    ReportHeadJson.tally(out, "salesNet", sales.net());
    ReportHeadJson.tally(out, "returns", sales.returns());
    out.writeEndObject();
  }

  private static void money(JsonGenerator out, String name, Optional<Money> money)
      throws IOException {
    if (money.isPresent()) {
      JsonText.money(out, name, money.get());
    } else {
      out.writeNullField(name);
    }
  }
}
