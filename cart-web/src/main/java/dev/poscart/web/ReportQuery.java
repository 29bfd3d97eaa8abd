package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.report.ReportPeriod;
import dev.poscart.domain.usecase.report.ReportRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A report as it was requested. {@code limit}, {@code page} and {@code sort} are accepted and
 * change nothing, because a report is never a part of one.
 *
 * @param range whether a range of dates was named, even if it is one day
 * @param businessCounter only repeated in the response
 */
record ReportQuery(ReportRequest request, boolean range, Optional<Integer> businessCounter) {

  /** More days make no report that fits on paper, but a long query. */
  private static final int MAX_DAYS = 366;

  /**
   * Reads path and parameters.
   *
   * @param terminalNo empty: the whole store
   * @throws InvalidRequest if a parameter is missing or malformed
   * @throws Refused if the kind is unknown or the period is wrong
   */
  static ReportQuery read(ApiRequest request, Optional<Integer> terminalNo) {
    String storeCode = request.pathText("store_code");
    String tenantId = request.pathText("tenant_id");
    boolean daily = isDaily(request);
    String kind = required(request, "report_type");
    Optional<Integer> openCounter = QueryRequest.number(request, "open_counter");
    Optional<Integer> businessCounter = QueryRequest.number(request, "business_counter");
    request.problems().throwIfAny();
    Optional<ReportPeriod> range = range(request, daily);
    return new ReportQuery(
        new ReportRequest(
            WireEnumNames.reportKind(kind)
                .orElseThrow(
                    () ->
                        new Refused(Refusal.REPORT_TYPE_UNKNOWN, "Report type not found: " + kind)),
            new StoreKey(tenantId, storeCode),
            terminalNo,
            daily,
            range.orElseGet(() -> day(request)),
            openCounter.filter(n -> n != 0)),
        range.isPresent(),
        businessCounter);
  }

  private static boolean isDaily(ApiRequest request) {
    String scope = required(request, "report_scope");
    return switch (scope) {
      case "daily" -> true;
      case "flash", "flush", "" -> false;
      default -> {
        request.problems().add("query -> report_scope", "Input should be 'flash' or 'daily'");
        yield false;
      }
    };
  }

  private static String required(ApiRequest request, String name) {
    Optional<String> value = request.query(name).filter(text -> !text.isEmpty());
    if (value.isEmpty()) {
      request.problems().add("query -> " + name, "Field required");
    }
    return value.orElse("");
  }

  private static ReportPeriod day(ApiRequest request) {
    return date(request, "business_date")
        .map(ReportPeriod::day)
        .orElseThrow(() -> unspecified("business_date is required"));
  }

  private static Optional<ReportPeriod> range(ApiRequest request, boolean daily) {
    Optional<LocalDate> from = date(request, "business_date_from");
    Optional<LocalDate> to = date(request, "business_date_to");
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    if (from.isEmpty() || to.isEmpty()) {
      throw unspecified("A range needs business_date_from and business_date_to");
    }
    if (!daily) {
      throw unspecified("A range needs report_scope=daily");
    }
    return Optional.of(period(from.get(), to.get()));
  }

  private static ReportPeriod period(LocalDate from, LocalDate to) {
    if (from.isAfter(to)) {
      throw wrong("business_date_from is after business_date_to");
    }
    if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
      throw wrong("The range is longer than " + MAX_DAYS + " days");
    }
    return new ReportPeriod(from, to);
  }

  private static Optional<LocalDate> date(ApiRequest request, String name) {
    return request
        .query(name)
        .filter(text -> !text.isEmpty())
        .map(
            text -> {
              try {
                return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
              } catch (DateTimeException e) {
                throw wrong(name + " is not a date of the form YYYYMMDD: " + text);
              }
            });
  }

  private static Refused unspecified(String message) {
    return new Refused(Refusal.REPORT_PERIOD_MISSING, message);
  }

  private static Refused wrong(String message) {
    return new Refused(Refusal.REPORT_PERIOD_WRONG, message);
  }
}
