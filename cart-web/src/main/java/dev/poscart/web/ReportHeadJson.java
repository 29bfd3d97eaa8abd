package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.report.ReportPeriod;
import dev.poscart.domain.report.Tally;
import dev.poscart.domain.usecase.report.StoreReport;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Writes what all reports have in common. */
final class ReportHeadJson {

  private ReportHeadJson() {}

  /** What the report is about, in camelCase. */
  static void write(JsonGenerator out, ReportQuery query, StoreReport report) throws IOException {
    ReportPeriod period = report.request().period();
    boolean range = query.range();
    out.writeStringField("tenantId", report.request().store().tenantId());
    out.writeStringField("storeCode", report.request().store().storeCode());
    number(out, "terminalNo", report.request().terminalNo());
    JsonText.text(out, "businessDate", date(period.from(), !range));
    JsonText.text(out, "businessDateFrom", date(period.from(), range));
    JsonText.text(out, "businessDateTo", date(period.to(), range));
    number(out, "openCounter", report.request().openCounter());
    number(out, "businessCounter", businessCounter(query, report));
  }

  static void texts(JsonGenerator out, StoreReport report) throws IOException {
    out.writeStringField("receiptText", report.receiptText());
    out.writeStringField("journalText", report.journalText());
    out.writeBooleanField("reprint", report.heading().reprint());
  }

  static void tally(JsonGenerator out, String name, Tally tally) throws IOException {
    out.writeObjectFieldStart(name);
    JsonText.money(out, "amount", tally.amount());
    out.writeNumberField("quantity", tally.quantity());
    out.writeNumberField("count", tally.count());
    out.writeEndObject();
  }

  static void number(JsonGenerator out, String name, Optional<Integer> number) throws IOException {
    if (number.isPresent()) {
      out.writeNumberField(name, number.get());
    } else {
      out.writeNullField(name);
    }
  }

  /** The number of the Z report; of others, what was asked for. */
  static Optional<Integer> businessCounter(ReportQuery query, StoreReport report) {
    return report.heading().businessCounter().or(query::businessCounter);
  }

  static Optional<String> date(LocalDate date, boolean shown) {
    return shown ? Optional.of(DateTimeFormatter.BASIC_ISO_DATE.format(date)) : Optional.empty();
  }
}
