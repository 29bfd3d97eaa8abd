package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.report.ReportPeriod;
import dev.poscart.domain.report.TenderFigure;
import dev.poscart.domain.usecase.report.StoreReport;
import java.io.IOException;

/** Renders a payment report, the only one with names in snake_case. */
record PaymentReportJson(ReportQuery query, StoreReport report) implements JsonValueWriter {

  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    head(out);
    Money total = report.sales().paid();
    JsonText.list(
        out,
        "payment_summary",
        report.sales().tendersByAmount(),
        (each, tender) -> payment(each, tender, total));
    out.writeObjectFieldStart("total");
    out.writeNumberField(
        "count", report.sales().tenders().stream().mapToInt(TenderFigure::count).sum());
    JsonText.money(out, "amount", total);
    out.writeEndObject();
    out.writeStringField("receipt_text", report.receiptText());
    out.writeStringField("journal_text", report.journalText());
    out.writeBooleanField("reprint", report.heading().reprint());
    out.writeEndObject();
  }

  private void head(JsonGenerator out) throws IOException {
    ReportPeriod period = report.request().period();
    boolean range = query.range();
    out.writeStringField("tenant_id", report.request().store().tenantId());
    out.writeStringField("store_code", report.request().store().storeCode());
    ReportHeadJson.number(out, "terminal_no", report.request().terminalNo());
    JsonText.text(out, "business_date", ReportHeadJson.date(period.from(), !range));
    JsonText.text(out, "business_date_from", ReportHeadJson.date(period.from(), range));
    JsonText.text(out, "business_date_to", ReportHeadJson.date(period.to(), range));
    ReportHeadJson.number(out, "open_counter", report.request().openCounter());
    ReportHeadJson.number(out, "business_counter", ReportHeadJson.businessCounter(query, report));
    out.writeStringField("report_scope", report.request().daily() ? "daily" : "flash");
    out.writeStringField("report_type", WireEnumNames.of(query.request().kind()));
    out.writeStringField("generate_date_time", Timestamps.of(report.heading().printedAt()));
  }

  private static void payment(JsonGenerator out, TenderFigure tender, Money total)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("payment_code", tender.paymentCode());
    out.writeStringField("payment_name", tender.name());
    out.writeNumberField("count", tender.count());
    JsonText.money(out, "amount", tender.amount());
    JsonText.decimal(out, "ratio", tender.shareOf(total));
    out.writeEndObject();
  }
}
