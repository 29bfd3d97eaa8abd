package dev.poscart.domain.document;

import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.TerminalKey;
import java.util.Map;

/** Converts the participants of a sale: terminal, staff and customer. */
final class PartyDocument {

  private PartyDocument() {}

  static Map<String, Object> write(TerminalKey terminal) {
    return new DocumentBuilder()
        .put("tenant_id", terminal.tenantId())
        .put("store_code", terminal.storeCode())
        .put("terminal_no", terminal.terminalNo())
        .make();
  }

  static TerminalKey readTerminal(DocumentReader document) {
    return new TerminalKey(
        document.text("tenant_id"), document.text("store_code"), document.integer("terminal_no"));
  }

  static Map<String, Object> write(Staff staff) {
    return new DocumentBuilder().put("id", staff.id()).put("name", staff.name()).make();
  }

  static Staff readStaff(DocumentReader document) {
    return new Staff(document.text("id"), document.text("name"));
  }

  static Map<String, Object> write(Customer customer) {
    return new DocumentBuilder().put("id", customer.id()).put("name", customer.name()).make();
  }

  static Customer readCustomer(DocumentReader document) {
    return new Customer(document.optionalText("id"), document.optionalText("name"));
  }
}
