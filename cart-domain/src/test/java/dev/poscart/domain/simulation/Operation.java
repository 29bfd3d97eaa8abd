package dev.poscart.domain.simulation;

import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.ReturnEntry;
import dev.poscart.domain.sale.Tender;
import java.util.List;
import java.util.Optional;

/**
 * A request of a terminal. Item codes and the free texts of tenders and discounts are unique per
 * attempt, so that stored data can be traced to its attempt.
 */
sealed interface Operation {

  /** The cart that it concerns. */
  default Optional<CartId> cart() {
    return Optional.empty();
  }

  /** Operations on one cart. */
  sealed interface OnCart extends Operation {

    CartId id();

    @Override
    default Optional<CartId> cart() {
      return Optional.of(id());
    }
  }

  /** A new cart. */
  record Create() implements Operation {}

  record Add(CartId id, List<KeyedItem> entries) implements OnCart {}

  record Quantity(CartId id, int lineNo, int quantity) implements OnCart {}

  record Price(CartId id, int lineNo, int yen) implements OnCart {}

  record CancelLine(CartId id, int lineNo) implements OnCart {}

  record DiscountLine(CartId id, int lineNo, List<String> tags) implements OnCart {}

  record Subtotal(CartId id) implements OnCart {}

  record DiscountSubtotal(CartId id, List<String> tags) implements OnCart {}

  record Pay(CartId id, List<Tender> tenders) implements OnCart {}

  record Resume(CartId id) implements OnCart {}

  record Close(CartId id, Closing.Kind kind) implements OnCart {}

  record Read(CartId id) implements OnCart {}

  record Park(CartId id, String note) implements OnCart {}

  record Retrieve(CartId id) implements OnCart {}

  /** The parked carts of the store. */
  record ListParked() implements Operation {}

  /** The transactions of a terminal. */
  record ListLog() implements Operation {}

  /** Something at the desk that changes the till. */
  record AtDesk(DeskAction action, Optional<Money> amount) implements Operation {}

  /** An X report of a session, or its Z report. */
  record Report(boolean daily, TerminalSession session) implements Operation {}

  /** A void, or a return of all or of some pieces. */
  record Reverse(
      TransactionKey original, boolean voids, List<ReturnEntry> pieces, List<Tender> tenders)
      implements Operation {}
}
