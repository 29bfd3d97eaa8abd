package dev.poscart.domain.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The business days of a report, from the first to the last, both included. */
public record ReportPeriod(LocalDate from, LocalDate to) {

  public ReportPeriod {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("from: " + from + " (expected: <= " + to + ")");
    }
  }

  public static ReportPeriod day(LocalDate date) {
    return new ReportPeriod(date, date);
  }

  public boolean isOneDay() {
    return from.equals(to);
  }

  /** The business dates, {@code YYYYMMDD}, in order. */
  public List<String> dates() {
    return from.datesUntil(to.plusDays(1)).map(DateTimeFormatter.BASIC_ISO_DATE::format).toList();
  }
}
