package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Refusal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusalStatusTest {

  private static final Map<Integer, Set<Refusal>> KNOWN =
      Map.ofEntries(
          Map.entry(
              400,
              Set.of(
                  Refusal.CART_NOT_CREATED,
                  Refusal.DISCOUNT_EXCEEDS_LINE,
                  Refusal.DISCOUNT_EXCEEDS_BALANCE,
                  Refusal.DISCOUNT_NOT_ALLOCATED,
                  Refusal.DISCOUNT_RESTRICTED,
                  Refusal.ALREADY_VOIDED,
                  Refusal.ALREADY_REFUNDED,
                  Refusal.REFUND_NOT_ALLOWED,
                  Refusal.REFUND_EXCEEDS_PAYMENT,
                  Refusal.TERMINAL_NOT_OPENED,
                  Refusal.STAFF_NOT_SIGNED_IN,
                  Refusal.DESK_STATUS,
                  Refusal.ALREADY_SIGNED_IN,
                  Refusal.CASH_EXCEEDS_DRAWER,
                  Refusal.BUSINESS_DATE_EARLIER,
                  Refusal.REPORT_PERIOD_MISSING,
                  Refusal.REPORT_PERIOD_WRONG,
                  Refusal.TENANT_MISMATCH,
                  Refusal.INVALID_VALUE,
                  Refusal.INVALID_OPERATION,
                  Refusal.PAYMENT_METHOD_UNKNOWN,
                  Refusal.SNAPSHOT_ALTERED,
                  Refusal.SNAPSHOT_MALFORMED,
                  Refusal.SNAPSHOT_KEY_UNKNOWN,
                  Refusal.SNAPSHOT_VERSION_UNKNOWN,
                  Refusal.SNAPSHOT_OF_CLOSED_CART,
                  Refusal.VOID_OUT_OF_SESSION,
                  Refusal.SNAPSHOT_OF_OTHER_CART)),
          Map.entry(
              401,
              Set.of(
                  Refusal.NOT_AUTHENTICATED,
                  Refusal.STAFF_UNKNOWN,
                  Refusal.PIN_WRONG,
                  Refusal.DESK_WITHOUT_STAFF)),
          Map.entry(
              403,
              Set.of(
                  Refusal.NOT_PERMITTED,
                  Refusal.REPORT_NOT_CLOSED,
                  Refusal.SNAPSHOT_OF_OTHER_STORE)),
          Map.entry(
              404,
              Set.of(
                  Refusal.CART_NOT_FOUND,
                  Refusal.ITEM_NOT_FOUND,
                  Refusal.NOT_FOUND,
                  Refusal.STORE_NOT_FOUND,
                  Refusal.REPORT_TYPE_UNKNOWN,
                  Refusal.EVENT_NOT_FOUND)),
          Map.entry(
              406,
              Set.of(
                  Refusal.BALANCE_ZERO,
                  Refusal.BALANCE_LEFT,
                  Refusal.BALANCE_NEGATIVE,
                  Refusal.TENDER_EXCEEDS_BALANCE,
                  Refusal.PAYMENT_METHOD_INACTIVE,
                  Refusal.TENDER_OVER_LIMIT,
                  Refusal.CASH_NOT_WHOLE)),
          Map.entry(
              409,
              Set.of(
                  Refusal.CONFLICT,
                  Refusal.REQUEST_IN_PROGRESS,
                  Refusal.SNAPSHOT_OF_STORED_CART,
                  Refusal.CLOSED_OTHERWISE,
                  Refusal.SNAPSHOT_OUTDATED,
                  Refusal.NUMBER_AMBIGUOUS,
                  Refusal.SNAPSHOT_TOO_LARGE)),
          Map.entry(412, Set.of(Refusal.VERSION_MISMATCH)),
          Map.entry(413, Set.of(Refusal.BODY_NOT_TAKEN)),
          Map.entry(
              422, Set.of(Refusal.INVALID_INPUT, Refusal.KEY_REUSED, Refusal.SNAPSHOT_REQUIRED)),
          Map.entry(500, Set.of(Refusal.REPORT_FAILED)),
          Map.entry(503, Set.of(Refusal.SNAPSHOT_NOT_ISSUED)));

  @Test
  void eachRefusal_hasItsDocumentedStatus() {
    Map<Integer, Set<Refusal>> actual =
        Arrays.stream(Refusal.values())
            .collect(Collectors.groupingBy(RefusalStatus::of, Collectors.toSet()));

    assertThat(actual).isEqualTo(KNOWN);
  }
}
