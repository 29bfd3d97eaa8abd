package dev.poscart.web;

import dev.poscart.domain.port.TransactionQuery.Field;
import dev.poscart.domain.port.TransactionQuery.SortKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes the sort order of a list: {@code field:1,field:-1}, with the field names of
 * events.
 */
final class SortParameter {

  private static final List<SortKey> DEFAULT = List.of(new SortKey(Field.TRANSACTION_NO, false));

  private SortParameter() {}

  static List<SortKey> read(Optional<String> parameter, Problems problems) {
    if (parameter.isEmpty()) {
      return DEFAULT;
    }
    List<SortKey> keys = new ArrayList<>();
    Set<Field> seen = EnumSet.noneOf(Field.class);
    for (String part : parameter.get().split(",", -1)) {
      Optional<SortKey> key = key(part.strip());
      if (key.isEmpty() || !seen.add(key.get().field())) {
        problems.add("query -> sort", "Input should be field:1 or field:-1, each field once");
        return DEFAULT;
      }
      keys.add(key.get());
    }
    return keys;
  }

  /** The sort order in the notation of the response. */
  static String text(List<SortKey> keys) {
    return keys.stream()
        .map(key -> name(key.field()) + ":" + (key.ascending() ? "1" : "-1"))
        .collect(Collectors.joining(", "));
  }

  private static Optional<SortKey> key(String part) {
    int colon = part.lastIndexOf(':');
    String direction = part.substring(colon + 1).strip();
    if (colon < 0 || !(direction.equals("1") || direction.equals("-1"))) {
      return Optional.empty();
    }
    String name = part.substring(0, colon).strip();
    return Arrays.stream(Field.values())
        .filter(field -> name(field).equals(name))
        .findFirst()
        .map(field -> new SortKey(field, direction.equals("1")));
  }

  private static String name(Field field) {
    return switch (field) {
      case TRANSACTION_NO -> "transaction_no";
      case TRANSACTION_TYPE -> "transaction_type";
      case RECEIPT_NO -> "receipt_no";
      case BUSINESS_DATE -> "business_date";
      case OPEN_COUNTER -> "open_counter";
      case BUSINESS_COUNTER -> "business_counter";
      case GENERATE_DATE_TIME -> "generate_date_time";
      case STAFF_ID -> "staff.id";
      case TOTAL_AMOUNT -> "sales.total_amount";
      case TOTAL_AMOUNT_WITH_TAX -> "sales.total_amount_with_tax";
      case TOTAL_QUANTITY -> "sales.total_quantity";
    };
  }
}
