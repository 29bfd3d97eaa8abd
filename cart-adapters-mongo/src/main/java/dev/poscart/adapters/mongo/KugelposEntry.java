package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.exists;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A log entry that kugelpos wrote, in the form of this service's transactions. Kugelpos stores
 * amounts as binary floating point, each the closest to its decimal number, and may leave any field
 * without a value. What its documents do not have is filled in: a claim and an event id derived
 * from terminal and number, and the copy of the item.
 */
final class KugelposEntry {

  /** Matches the entries that kugelpos wrote. */
  static final Bson ALL = exists("schema", false);

  /** How the claims of these entries begin. */
  static final String CLAIM = "kugelpos:";

  private static final int SCHEMA = 1;

  private static final Map<String, Object> TAX =
      Map.of(
          "tax_code",
          "",
          "tax_name",
          "",
          "tax_amount",
          0,
          "target_amount",
          0,
          "target_quantity",
          0);

  private KugelposEntry() {}

  /** Whether kugelpos wrote a document of the log: this service's documents have a schema. */
  static boolean isOne(Document stored) {
    return !stored.containsKey("schema");
  }

  static Map<String, Object> plain(Document stored) {
    String claim = claim(stored);
    Document own = StoredTransaction.withoutAdded(stored);
    Map<String, Object> entry = BsonDocuments.toPlain(own);
    List.of("store_name", "business_date", "receipt_text", "journal_text")
        .forEach(text -> fill(entry, text, ""));
    List.of("open_counter", "business_counter").forEach(count -> fill(entry, count, 0));
    List.of("line_items", "payments", "taxes", "subtotal_discounts")
        .forEach(list -> fill(entry, list, List.of()));
    fill(entry, "user", Map.of());
    entry.put("sales", sales(entry));
    entry.put("staff", filled(entry.get("staff"), Map.of("id", "", "name", "")));
    entry.put("additional_info", withoutNulls(entry.get("additional_info")));
    entry.put("line_items", each(entry.get("line_items"), KugelposEntry::line));
    entry.put("payments", each(entry.get("payments"), KugelposEntry::payment));
    entry.put("taxes", each(entry.get("taxes"), tax -> filled(tax, TAX)));
    entry.put("schema", SCHEMA);
    entry.put("claim", claim);
    entry.putIfAbsent("event_id", eventId(claim));
    entry.put("receipt_numbers", Map.of("start", 0, "end", Integer.MAX_VALUE));
    return entry;
  }

  private static String claim(Document stored) {
    return CLAIM
        + "%s:%s:%s"
            .formatted(
                stored.get("terminal_no"), stored.get("transaction_no"), stored.get("store_code"));
  }

  /** Of an entry whose event kugelpos no longer knows; the same in every process. */
  private static String eventId(String claim) {
    return UUID.nameUUIDFromBytes(claim.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Map<String, Object> sales(Map<String, Object> entry) {
    Map<String, Object> zeros = new LinkedHashMap<>();
    List.of(
            "total_amount",
            "total_amount_with_tax",
            "tax_amount",
            "total_quantity",
            "change_amount",
            "total_discount_amount",
            "stamp_duty_target_amount",
            "stamp_duty_amount")
        .forEach(amount -> zeros.put(amount, 0));
    zeros.put("is_cancelled", false);
    zeros.put("reference_date_time", entry.get("generate_date_time"));
    return filled(entry.get("sales"), zeros);
  }

  private static Map<String, Object> line(Map<String, Object> stored) {
    Map<String, Object> line =
        filled(
            stored,
            Map.of(
                "description",
                "",
                "category_code",
                "",
                "tax_code",
                "",
                "unit_price",
                0,
                "amount",
                0,
                "is_unit_price_changed",
                false,
                "is_cancelled",
                false,
                "discounts",
                List.of(),
                "discounts_allocated",
                List.of()));
    fill(line, "unit_price_original", 0);
    line.put("item", item(line));
    return line;
  }

  private static Map<String, Object> item(Map<String, Object> line) {
    boolean isChanged = Boolean.TRUE.equals(line.get("is_unit_price_changed"));
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("unit_price", notNegative(line.get(isChanged ? "unit_price_original" : "unit_price")));
    item.put("is_discount_restricted", false);
    item.put("is_verified", true);
    return item;
  }

  private static Map<String, Object> payment(Map<String, Object> stored) {
    return filled(stored, Map.of("description", "", "deposit_amount", 0, "amount", 0));
  }

  /** Kugelpos has sold at negative prices; an item of the master has none. */
  private static Object notNegative(@Nullable Object price) {
    return price instanceof BigDecimal amount ? amount.max(BigDecimal.ZERO) : 0;
  }

  private static void fill(Map<String, Object> document, String key, Object otherwise) {
    if (document.get(key) == null) {
      document.put(key, otherwise);
    }
  }

  private static Map<String, Object> filled(
      @Nullable Object document, Map<String, Object> otherwise) {
    Map<String, Object> filled = withoutNulls(document);
    otherwise.forEach(filled::putIfAbsent);
    return filled;
  }

  private static Map<String, Object> withoutNulls(@Nullable Object document) {
    Map<String, Object> filled = new LinkedHashMap<>();
    if (document instanceof Map<?, ?> fields) {
      fields.forEach(
          (key, value) -> {
            if (value != null) {
              filled.put(String.valueOf(key), value);
            }
          });
    }
    return filled;
  }

  private static List<Object> each(@Nullable Object list, UnaryOperator<Map<String, Object>> form) {
    List<Object> all = new ArrayList<>();
    if (list instanceof List<?> elements) {
      elements.forEach(element -> all.add(form.apply(withoutNulls(element))));
    }
    return all;
  }
}
