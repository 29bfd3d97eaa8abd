package dev.poscart.domain.document;

import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.IssuedNumbers;
import java.util.Map;
import java.util.Set;

/** Converts closings and their results. */
final class ClosingDocument {

  private ClosingDocument() {}

  static Map<String, Object> write(Closing closing) {
    DocumentBuilder document =
        new DocumentBuilder()
            .put("kind", closing.kind())
            .putAll(PartyDocument.write(closing.terminal()))
            .put("staff", PartyDocument.write(closing.staff()))
            .putAll(SessionDocument.write(closing.session()))
            .put("at", closing.at())
            .put("event_id", closing.eventId())
            .put("additional_info", ReceiptDocument.writePrinted(closing.receipt()))
            .put("receipt_numbers", ReceiptDocument.writeNumbers(closing.receipt().numbers()))
            .putAll(ReceiptDocument.writeItemNames(closing.receipt().longItemNames()))
            .putAll(ReceiptDocument.writeFormat(closing.receipt().format()));
    if (!closing.stampDutyCodes().isEmpty()) {
      document.put("stamp_duty_codes", closing.stampDutyCodes().stream().sorted().toList());
    }
    return document.make();
  }

  /**
   * Reads a closing.
   *
   * @param cartDate the business date for closings of an earlier version, which used that of the
   *     cart
   */
  static Closing readClosing(DocumentReader document, String cartDate) {
    return new Closing(
        document.choice("kind", Closing.Kind.class),
        PartyDocument.readTerminal(document),
        document.object("staff", PartyDocument::readStaff),
        SessionDocument.readOr(document, cartDate),
        document.time("at"),
        document.text("event_id"),
        ReceiptDocument.read(document),
        Set.copyOf(document.textsIfAny("stamp_duty_codes")));
  }

  static Map<String, Object> write(Closed closed) {
    return new DocumentBuilder()
        .put("transaction_no", closed.numbers().transactionNo())
        .put("receipt_no", closed.numbers().receiptNo())
        .putPresent("receipt_counter", closed.numbers().receiptCounter())
        .put("stamp_duty_amount", closed.stampDuty())
        .put("receipt_text", closed.receiptText())
        .put("journal_text", closed.journalText())
        .make();
  }

  static Closed readClosed(DocumentReader document) {
    return new Closed(
        new IssuedNumbers(
            document.integer("transaction_no"),
            document.integer("receipt_no"),
            document.optionalInteger("receipt_counter")),
        document.money("stamp_duty_amount"),
        document.text("receipt_text"),
        document.text("journal_text"));
  }
}
