package dev.poscart.domain.report;

/** What a report lists. */
public enum ReportKind {
  SALES,
  CATEGORY,
  ITEM,
  PAYMENT
}
