package dev.poscart.web;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.port.TransactionQuery.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A query of the transaction log as it was requested.
 *
 * @param types in the requested order, for the metadata
 */
record QueryRequest(TransactionQuery query, List<Integer> types) {

  private static final int DEFAULT_LIMIT = 100;
  private static final Set<String> YES = Set.of("true", "1", "yes", "on", "t", "y");
  private static final Set<String> NO = Set.of("false", "0", "no", "off", "f", "n");

  /**
   * Reads path and parameters.
   *
   * @throws InvalidRequest if one of them is invalid
   */
  static QueryRequest read(Terminal caller, ApiRequest request) {
    List<Integer> types = types(request);
    int limit = number(request, "limit").orElse(DEFAULT_LIMIT);
    int page = number(request, "page").orElse(1);
    if (page < 1) {
      request.problems().add("query -> page", "Input should be 1 or more");
    }
    Optional<String> date = request.query("business_date").filter(text -> !text.isEmpty());
    Optional<Integer> openCounter = number(request, "open_counter").filter(n -> n != 0);
    Optional<Integer> receiptNo = number(request, "receipt_no").filter(n -> n != 0);
    boolean cancelled = includeCancelled(request);
    List<SortKey> sort = SortParameter.read(request.query("sort"), request.problems());
    TerminalKey of = terminal(caller, request);
    TransactionQuery query =
        new TransactionQuery(
            of, date, openCounter, receiptNo, Set.copyOf(types), cancelled, limit, page, sort);
    return new QueryRequest(query, types);
  }

  /** The terminal in the path. Everything else in the request is validated first. */
  static TerminalKey terminal(Terminal caller, ApiRequest request) {
    int terminalNo = request.pathTerminalNo();
    String storeCode = request.pathText("store_code");
    request.problems().throwIfAny();
    String tenantId = request.path("tenant_id");
    caller.requireTenant(tenantId);
    return new TerminalKey(tenantId, storeCode, terminalNo);
  }

  /** A non-negative number in the query. */
  static Optional<Integer> number(ApiRequest request, String name) {
    return request.query(name).flatMap(text -> number(request.problems(), name, text, 0));
  }

  private static Optional<Integer> number(Problems problems, String name, String text, int min) {
    Optional<Integer> number = LenientNumbers.integer(new Json.Text(text), min);
    if (number.isEmpty()) {
      problems.add("query -> " + name, LenientNumbers.expected(min));
    }
    return number;
  }

  private static List<Integer> types(ApiRequest request) {
    List<Integer> types = new ArrayList<>();
    for (String text : request.queryAll("transaction_type")) {
      number(request.problems(), "transaction_type", text, Integer.MIN_VALUE).ifPresent(types::add);
    }
    return List.copyOf(types);
  }

  private static boolean includeCancelled(ApiRequest request) {
    String word = request.query("include_cancelled").orElse("false").toLowerCase(Locale.ROOT);
    if (!YES.contains(word) && !NO.contains(word)) {
      request.problems().add("query -> include_cancelled", "Input should be a valid boolean");
    }
    return YES.contains(word);
  }
}
