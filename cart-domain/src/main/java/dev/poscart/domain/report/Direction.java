package dev.poscart.domain.report;

import dev.poscart.domain.model.TransactionType;

/**
 * Which way a transaction counts. Amounts in the log are positive; a void counts on the day and in
 * the session in which it was made.
 *
 * @param sold 1 for a sale, −1 for the void of a sale, else 0
 * @param returned 1 for a return, −1 for the void of a return, else 0
 */
record Direction(int sold, int returned) {

  static Direction of(TransactionType type) {
    return switch (type) {
      case SALE -> new Direction(1, 0);
      case VOID_SALE -> new Direction(-1, 0);
      case RETURN -> new Direction(0, 1);
      case VOID_RETURN -> new Direction(0, -1);
    };
  }

  /** 1 if goods go to the customer and money to the shop, −1 if both go back. */
  int net() {
    return sold - returned;
  }
}
