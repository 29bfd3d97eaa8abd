package dev.poscart.adapters.mongo;

import dev.poscart.domain.model.TerminalKey;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document that kugelpos wrote. Each method throws {@link IllegalStateException}
 * with field, value and expectation if the field has another form.
 */
record KugelposFields(Document document) {

  /** The terminal of a document that has its parts in three fields. */
  TerminalKey terminal(String tenantId) {
    if (!tenantId.equals(document.get("tenant_id"))) {
      throw wrong("tenant_id", tenantId);
    }
    return new TerminalKey(tenantId, text("store_code"), whole("terminal_no"));
  }

  /** A text that is not blank. */
  String text(String field) {
    if (document.get(field) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(field, "a text");
  }

  /** A whole number from 0 on, of any numeric type. */
  int whole(String field) {
    if (document.get(field) instanceof Number number && isWhole(number)) {
      return number.intValue();
    }
    throw wrong(field, "0.." + Integer.MAX_VALUE);
  }

  /** The same, 0 if the field is missing or has no value. */
  int wholeOrZero(String field) {
    return document.get(field) == null ? 0 : whole(field);
  }

  boolean truth(String field) {
    if (document.get(field) instanceof Boolean truth) {
      return truth;
    }
    throw wrong(field, "true or false");
  }

  KugelposFields inner(String field) {
    if (document.get(field) instanceof Document inner) {
      return new KugelposFields(inner);
    }
    throw wrong(field, "a document");
  }

  List<KugelposFields> list(String field) {
    List<KugelposFields> elements = new ArrayList<>();
    if (document.get(field) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Document inner) {
          elements.add(new KugelposFields(inner));
        }
      }
      if (elements.size() == list.size()) {
        return elements;
      }
    }
    throw wrong(field, "a list of documents");
  }

  IllegalStateException wrong(String field, String expected) {
    return new IllegalStateException(
        "%s: %s (expected: %s)".formatted(field, shown(document.get(field)), expected));
  }

  private static boolean isWhole(Number number) {
    double value = number.doubleValue();
    return value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value);
  }

  /** Without the contents of documents, which may be personal data. */
  private static String shown(@Nullable Object value) {
    if (value == null) {
      return "none";
    }
    if (value instanceof Document) {
      return "a document";
    }
    return value instanceof List<?> ? "a list" : value.toString();
  }
}
