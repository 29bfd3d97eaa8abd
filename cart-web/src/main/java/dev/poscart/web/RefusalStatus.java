package dev.poscart.web;

import dev.poscart.domain.model.Refusal;

/** Maps each refusal to the HTTP status that kugelpos uses for it. */
final class RefusalStatus {

  private RefusalStatus() {}

  static int of(Refusal refusal) {
    return switch (refusal) {
      case CART_NOT_FOUND, ITEM_NOT_FOUND, EVENT_NOT_FOUND, NOT_FOUND -> 404;
      case BALANCE_ZERO, BALANCE_LEFT, BALANCE_NEGATIVE, TENDER_EXCEEDS_BALANCE -> 406;
      case PAYMENT_METHOD_INACTIVE, TENDER_OVER_LIMIT, CASH_NOT_WHOLE -> 406;
      case NOT_AUTHENTICATED -> 401;
      case NOT_PERMITTED -> 403;
      case CONFLICT, REQUEST_IN_PROGRESS -> 409;
      case VERSION_MISMATCH -> 412;
      case INVALID_INPUT, KEY_REUSED -> 422;
      case DISCOUNT_EXCEEDS_LINE, DISCOUNT_EXCEEDS_BALANCE, DISCOUNT_NOT_ALLOCATED -> 400;
      case DISCOUNT_RESTRICTED, INVALID_VALUE, INVALID_OPERATION, PAYMENT_METHOD_UNKNOWN -> 400;
      case ALREADY_VOIDED, ALREADY_REFUNDED, REFUND_NOT_ALLOWED, REFUND_EXCEEDS_PAYMENT -> 400;
      case CART_NOT_CREATED, TERMINAL_NOT_OPENED, STAFF_NOT_SIGNED_IN, TENANT_MISMATCH -> 400;
    };
  }
}
