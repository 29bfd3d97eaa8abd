package dev.poscart.domain.document;

import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts a transaction to the event for the peer services: its document without the fields that
 * only the log needs. The first two fields of an event that reverses a sale contain partition and
 * time of that sale.
 */
public final class EventDocument {

  private static final String LAST = "event_id";

  private EventDocument() {}

  /**
   * Writes the event.
   *
   * @return a new, modifiable map; amounts are exact decimals, counts are integers
   */
  public static Map<String, Object> write(Transaction transaction) {
    Map<String, Object> event = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : TransactionDocument.write(transaction).entrySet()) {
      event.put(field.getKey(), field.getValue());
      if (field.getKey().equals(LAST)) {
        break;
      }
    }
    transaction
        .origin()
        .ifPresent(
            origin ->
                event.putAll(
                    new DocumentBuilder()
                        .put("shard_key", shardKey(origin))
                        .put("created_at", origin.generatedAt())
                        .make()));
    event.computeIfPresent("line_items", (key, lines) -> without("item", lines));
    event.computeIfPresent(
        "origin", (key, origin) -> withoutField(OriginDocument.POSITION, origin));
    event.computeIfPresent("payments", (key, payments) -> without("payment_kind", payments));
    return event;
  }

  private static String shardKey(Origin origin) {
    return origin.terminal().tenantId()
        + "_"
        + origin.terminal().storeCode()
        + "_"
        + origin.terminal().terminalNo()
        + "_"
        + origin.generatedAt().toLocalDate();
  }

  private static List<Object> without(String key, Object list) {
    List<Object> kept = new ArrayList<>();
    for (Object element : (List<?>) list) {
      kept.add(withoutField(key, element));
    }
    return kept;
  }

  private static Map<Object, Object> withoutField(String key, Object document) {
    Map<Object, Object> fields = new LinkedHashMap<>((Map<?, ?>) document);
    fields.remove(key);
    return fields;
  }
}
