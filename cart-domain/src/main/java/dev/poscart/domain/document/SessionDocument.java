package dev.poscart.domain.document;

import dev.poscart.domain.model.TerminalSession;
import java.util.Map;

/** Converts the session of a terminal, among the fields of a transaction or cart. */
final class SessionDocument {

  private static final String BUSINESS_DATE = "business_date";

  private SessionDocument() {}

  static Map<String, Object> write(TerminalSession session) {
    return new DocumentBuilder()
        .put(BUSINESS_DATE, session.businessDate())
        .put("open_counter", session.openCounter())
        .put("business_counter", session.businessCounter())
        .make();
  }

  static TerminalSession read(DocumentReader document) {
    return read(document, document.text(BUSINESS_DATE));
  }

  /**
   * Reads a session whose date an earlier version did not write.
   *
   * @param otherwise used in that case
   */
  static TerminalSession readOr(DocumentReader document, String otherwise) {
    return read(document, document.optionalText(BUSINESS_DATE).orElse(otherwise));
  }

  private static TerminalSession read(DocumentReader document, String businessDate) {
    return new TerminalSession(
        businessDate, document.integer("open_counter"), document.integer("business_counter"));
  }
}
