package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.port.TransactionQuery;
import java.io.IOException;

/**
 * Renders the metadata of a transaction list: the total and the query, with the names of stored
 * fields.
 */
record QueryMetadata(QueryRequest asked, long total) implements JsonValueWriter {

  @Override
  public void write(JsonGenerator out) throws IOException {
    TransactionQuery query = asked.query();
    out.writeStartObject();
    out.writeNumberField("total", total);
    out.writeNumberField("page", query.page());
    out.writeNumberField("limit", query.limit());
    out.writeStringField("sort", SortParameter.text(query.sort()));
    out.writeObjectFieldStart("filter");
    filter(out, query);
    out.writeEndObject();
    out.writeEndObject();
  }

  private void filter(JsonGenerator out, TransactionQuery query) throws IOException {
    out.writeStringField("tenant_id", query.terminal().tenantId());
    out.writeStringField("store_code", query.terminal().storeCode());
    out.writeNumberField("terminal_no", query.terminal().terminalNo());
    if (query.businessDate().isPresent()) {
      out.writeStringField("business_date", query.businessDate().get());
    }
    if (query.openCounter().isPresent()) {
      out.writeNumberField("open_counter", query.openCounter().get());
    }
    if (!asked.types().isEmpty()) {
      out.writeObjectFieldStart("transaction_type");
      JsonText.list(out, "$in", asked.types(), JsonGenerator::writeNumber);
      out.writeEndObject();
    }
    if (query.receiptNo().isPresent()) {
      out.writeNumberField("receipt_no", query.receiptNo().get());
    }
    if (!query.includeCancelled()) {
      out.writeBooleanField("sales.is_cancelled", false);
    }
  }
}
