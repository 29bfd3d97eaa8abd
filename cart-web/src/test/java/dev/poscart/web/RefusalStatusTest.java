package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Refusal;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalStatusTest {

  @Test
  void eachRefusal_hasTheStatusThatTerminalsKnow() {
    Map<Refusal, Integer> known = new EnumMap<>(Refusal.class);
    for (Refusal refusal : Refusal.values()) {
      known.put(refusal, RefusalStatus.of(refusal));
    }
    assertThat(known)
        .containsEntry(Refusal.CART_NOT_CREATED, 400)
        .containsEntry(Refusal.CART_NOT_FOUND, 404)
        .containsEntry(Refusal.ITEM_NOT_FOUND, 404)
        .containsEntry(Refusal.DISCOUNT_EXCEEDS_LINE, 400)
        .containsEntry(Refusal.DISCOUNT_EXCEEDS_BALANCE, 400)
        .containsEntry(Refusal.DISCOUNT_NOT_ALLOCATED, 400)
        .containsEntry(Refusal.DISCOUNT_RESTRICTED, 400)
        .containsEntry(Refusal.BALANCE_ZERO, 406)
        .containsEntry(Refusal.BALANCE_LEFT, 406)
        .containsEntry(Refusal.BALANCE_NEGATIVE, 406)
        .containsEntry(Refusal.TENDER_EXCEEDS_BALANCE, 406)
        .containsEntry(Refusal.ALREADY_VOIDED, 400)
        .containsEntry(Refusal.ALREADY_REFUNDED, 400)
        .containsEntry(Refusal.PAYMENT_METHOD_INACTIVE, 406)
        .containsEntry(Refusal.TENDER_OVER_LIMIT, 406)
        .containsEntry(Refusal.CASH_NOT_WHOLE, 406)
        .containsEntry(Refusal.REFUND_NOT_ALLOWED, 400)
        .containsEntry(Refusal.REFUND_EXCEEDS_PAYMENT, 400)
        .containsEntry(Refusal.TERMINAL_NOT_OPENED, 400)
        .containsEntry(Refusal.STAFF_NOT_SIGNED_IN, 400)
        .containsEntry(Refusal.TENANT_MISMATCH, 400)
        .containsEntry(Refusal.NOT_FOUND, 404)
        .containsEntry(Refusal.EVENT_NOT_FOUND, 404)
        .containsEntry(Refusal.NOT_AUTHENTICATED, 401)
        .containsEntry(Refusal.NOT_PERMITTED, 403)
        .containsEntry(Refusal.INVALID_INPUT, 422)
        .containsEntry(Refusal.INVALID_VALUE, 400)
        .containsEntry(Refusal.INVALID_OPERATION, 400)
        .containsEntry(Refusal.CONFLICT, 409)
        .containsEntry(Refusal.VERSION_MISMATCH, 412)
        .containsEntry(Refusal.PAYMENT_METHOD_UNKNOWN, 400)
        .containsEntry(Refusal.KEY_REUSED, 422)
        .containsEntry(Refusal.REQUEST_IN_PROGRESS, 409)
        .hasSize(33);
  }
}
