package dev.poscart.adapters.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.bson.Document;

/**
 * The form in which kugelpos's cart service stores its documents: fields by path, each with the
 * BSON types that kugelpos's models accept there. Written from those models and the documents of
 * {@link KugelposDay}, not from the code under test.
 */
public enum KugelposShape {
  LOG_TRAN(
      """
      shard_key text, created_at date, updated_at date?, etag text?, tenant_id text, store_code text,
      store_name text, terminal_no whole, transaction_no whole, transaction_type whole,
      business_date text, open_counter whole, business_counter whole, generate_date_time text,
      receipt_no whole, user.id text?, user.name text?, sales.reference_date_time text,
      sales.total_amount number, sales.total_amount_with_tax number, sales.tax_amount number,
      sales.total_quantity whole, sales.change_amount number, sales.total_discount_amount number,
      sales.is_cancelled flag, sales.is_stamp_duty_applied flag,
      sales.stamp_duty_target_amount number, sales.stamp_duty_amount number, line_items[].line_no whole,
      line_items[].item_code text, line_items[].category_code text, line_items[].description text,
      line_items[].description_short text?, line_items[].unit_price number,
      line_items[].unit_price_original number, line_items[].is_unit_price_changed flag,
      line_items[].quantity whole, line_items[].discounts[].seq_no whole,
      line_items[].discounts[].discount_type text, line_items[].discounts[].discount_value number,
      line_items[].discounts[].discount_amount number, line_items[].discounts[].detail text?,
      line_items[].discounts[].promotion_code text?, line_items[].discounts[].promotion_type text?,
      line_items[].discounts_allocated[].discount_amount number, line_items[].amount number,
      line_items[].tax_code text, line_items[].is_cancelled flag, payments[].payment_no whole,
      payments[].payment_code text, payments[].deposit_amount number, payments[].amount number,
      payments[].description text, payments[].detail text?, taxes[].tax_no whole,
      taxes[].tax_code text, taxes[].tax_type text, taxes[].tax_name text, taxes[].tax_amount number,
      taxes[].target_amount number, taxes[].target_quantity whole,
      subtotal_discounts[].seq_no whole, subtotal_discounts[].discount_type text,
      subtotal_discounts[].discount_value number, subtotal_discounts[].discount_amount number,
      origin?.generate_date_time text, origin?.tenant_id text, origin?.store_code text,
      origin?.store_name text?, origin?.terminal_no whole, origin?.transaction_no whole,
      origin?.transaction_type whole, origin?.receipt_no whole, staff.id text, staff.name text,
      receipt_text text, journal_text text, is_voided flag, is_refunded flag
      """),
  STATUS_TRAN(
      """
      shard_key text?, created_at date, updated_at date?, etag text?, tenant_id text, store_code text,
      terminal_no whole, transaction_no whole, is_voided flag, is_refunded flag,
      void_transaction_no whole?, void_date_time text?, void_staff_id text?,
      return_transaction_no whole?, return_date_time text?, return_staff_id text?
      """),
  INFO_TERMINAL_COUNTER(
      """
      terminal_id text, shard_key text, count_dic.Transaction whole, count_dic.Receipt whole
      """),
  STATUS_TRAN_DELIVERY(
      """
      shard_key text?, created_at date, updated_at date?, etag text?, event_id text,
      published_at date, status text, tenant_id text, store_code text, terminal_no whole,
      transaction_no whole, business_date text, open_counter whole, last_updated_at date,
      services[].service_name text, services[].received_at date?, services[].status text,
      services[].message text?, payload.tenant_id text, payload.transaction_no whole,
      payload.sales.total_amount_with_tax number, payload.line_items[].amount number,
      payload.payments[].amount number, payload.event_id text
      """);

  private static final Map<String, Predicate<Object>> TYPES =
      Map.of(
          "text", value -> value instanceof String,
          "whole", value -> value instanceof Integer,
          "number", value -> value instanceof Integer || value instanceof Double,
          "flag", value -> value instanceof Boolean,
          "date", value -> value instanceof Date);

  private final String fields;

  KugelposShape(String fields) {
    this.fields = fields.strip();
  }

  /** What keeps kugelpos from reading a document of this collection; empty if nothing does. */
  public List<String> problems(Document document) {
    List<String> problems = new ArrayList<>();
    for (String field : fields.split(",\\s+", -1)) {
      String[] pathAndType = field.split(" ", -1);
      for (Object value : values(List.of(document), pathAndType[0].split("\\.", -1))) {
        if (!isOf(pathAndType[1], value)) {
          problems.add(
              pathAndType[0] + ": " + described(value) + " (expected: " + pathAndType[1] + ")");
        }
      }
    }
    return problems;
  }

  private static boolean isOf(String type, Object value) {
    boolean isAbsent = type.endsWith("?") && value == ABSENT;
    return isAbsent || Objects.requireNonNull(TYPES.get(type.replace("?", ""))).test(value);
  }

  /** Stands for a field that is missing or null. */
  private static final Object ABSENT = new Object();

  private static Collection<Object> values(List<Object> from, String[] path) {
    List<Object> current = from;
    for (String step : path) {
      List<Object> next = new ArrayList<>();
      for (Object each : current) {
        Object value = each instanceof Document d ? d.get(step.replaceAll("[\\[\\]?]", "")) : null;
        if (step.endsWith("[]") && value instanceof List<?> elements) {
          next.addAll(elements);
        } else if (value != null || !step.endsWith("?")) {
          next.add(value == null ? ABSENT : value);
        }
      }
      current = next;
    }
    return current;
  }

  private static String described(Object value) {
    return value == ABSENT ? "missing" : value + ", a " + value.getClass().getSimpleName();
  }
}
