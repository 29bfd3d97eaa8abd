package dev.poscart.domain.model;

/** The form of the print data for the receipt printer. */
public enum ReceiptFormat {
  /** XML, one element per line, as terminals of kugelpos's earlier contract read it. */
  XML,
  /** A print document in JSON, as newer terminals read it, with more lines at the foot. */
  JSON
}
