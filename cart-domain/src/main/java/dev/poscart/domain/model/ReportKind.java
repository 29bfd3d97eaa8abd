package dev.poscart.domain.model;

/** What a report lists. */
public enum ReportKind {
  SALES,
  CATEGORY,
  ITEM,
  PAYMENT
}
