package dev.poscart.web;

import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.sale.CartEvent;
import dev.poscart.domain.sale.CartState;
import dev.poscart.domain.usecase.change.Precondition;
import java.util.List;

/**
 * Renders the detail of a refusal as in kugelpos: {@code body -> 0 -> quantity: 0 (expected:
 * 1..9999)}, {@code Cart not found. cart_id->X}. The only class that knows the wire names of a
 * refusal's subjects.
 */
final class RefusalText {

  private RefusalText() {}

  /** The whole text. */
  static String of(Refused refused) {
    return refused.place().map(place -> location(place) + ": ").orElse("") + words(refused);
  }

  /** The text about a refused value, without its location. */
  static Problem problem(Refused refused) {
    return new Problem(location(refused.place().orElse(InputPlace.WHOLE)), words(refused));
  }

  private static String words(Refused refused) {
    StringBuilder text = new StringBuilder();
    for (Object part : refused.parts()) {
      text.append(part instanceof Subject subject ? named(subject, text) : word(part));
    }
    return text.toString();
  }

  private static String word(Object part) {
    if (part instanceof CartEvent event) {
      return operation(event);
    }
    if (part instanceof CartState state) {
      return state(state);
    }
    return part instanceof Precondition ? "If-Match" : part.toString();
  }

  /** With an arrow after a full stop or a colon, with a colon within a sentence. */
  private static String named(Subject subject, StringBuilder before) {
    String name =
        switch (subject.kind()) {
          case TENANT -> "tenant_id";
          case CART -> "cart_id";
          case LINE -> "line_no";
          case ITEM -> "item_code";
          case PAYMENT_METHOD -> "payment_code";
          case TRANSACTION -> "transaction_no";
          case EVENT -> "event_id";
        };
    boolean byItself = before.toString().endsWith(". ") || before.toString().endsWith(": ");
    return name + (byItself ? "->" : ": ") + subject.id();
  }

  /** Such as {@code body -> 0 -> itemCode}. */
  private static String location(InputPlace place) {
    List<InputPlace.Step> steps = place.steps();
    StringBuilder text = new StringBuilder(steps.isEmpty() ? CartBodies.BODY : root(steps.get(0)));
    for (InputPlace.Step step : steps) {
      text.append(text.isEmpty() ? "" : Problem.STEP).append(name(step));
    }
    return text.toString();
  }

  private static String root(InputPlace.Step first) {
    if (!(first instanceof InputField field)) {
      return CartBodies.BODY;
    }
    return switch (field) {
      case TENANT, STORE, TERMINAL -> "path";
      case TENDERS_OF_THE_CART -> "";
      default -> CartBodies.BODY;
    };
  }

  private static String name(InputPlace.Step step) {
    if (step instanceof InputPlace.Entry entry) {
      return String.valueOf(entry.index());
    }
    return switch ((InputField) step) {
      case TENANT -> "tenant_id";
      case STORE -> "store_code";
      case TERMINAL -> "terminal_no";
      case TRANSACTION_TYPE -> "transactionType";
      case ITEM_CODE -> "itemCode";
      case SUPPLEMENT -> "supplement";
      case QUANTITY -> "quantity";
      case UNIT_PRICE -> "unitPrice";
      case AMOUNT -> "amount";
      case DISCOUNT_VALUE -> "discountValue";
      case TRANSACTION_TIME -> "transactionDatetime";
      case OPENING_FLOAT -> "initialAmount";
      case COUNTED_CASH -> "physicalAmount";
      case LINE_NO -> "lineNo";
      case SELECTION -> "lineItems";
      case TENDERS -> "payments";
      case TENDERS_OF_THE_CART -> "payments of the cart";
    };
  }

  private static String operation(CartEvent event) {
    return switch (event) {
      case CANCEL -> "cancel_transaction_async";
      case ADD_ITEMS -> "add_item_to_cart_async";
      case DISCOUNT_LINE -> "add_discount_to_line_item_in_cart_async";
      case CANCEL_LINE -> "cancel_line_item_from_cart_async";
      case CHANGE_QUANTITY -> "update_line_item_quantity_in_cart_async";
      case CHANGE_UNIT_PRICE -> "update_line_item_unit_price_in_cart_async";
      case SUBTOTAL -> "subtotal_async";
      case DISCOUNT_SUBTOTAL -> "add_discount_to_cart_async";
      case PAY -> "add_payment_to_cart_async";
      case BILL -> "bill_async";
      case RESUME -> "resume_item_entry_async";
      case PARK -> "park_async";
      case RETRIEVE -> "retrieve_async";
    };
  }

  private static String state(CartState state) {
    return switch (state) {
      case IDLE -> "IdleState";
      case ENTERING_ITEM -> "EnteringItemState";
      case PAYING -> "PayingState";
      case COMPLETED -> "CompletedState";
      case CANCELLED -> "CancelledState";
      case PARKED -> "ParkedState";
    };
  }
}
