package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.sale.CartEvent;
import dev.poscart.domain.sale.CartState;
import dev.poscart.domain.usecase.change.Precondition;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** kugelpos's texts for refusals of the domain. */
class RefusalTextTest {

  @ParameterizedTest
  @CsvSource({
    "CANCEL,            cancel_transaction_async",
    "ADD_ITEMS,         add_item_to_cart_async",
    "DISCOUNT_LINE,     add_discount_to_line_item_in_cart_async",
    "CANCEL_LINE,       cancel_line_item_from_cart_async",
    "CHANGE_QUANTITY,   update_line_item_quantity_in_cart_async",
    "CHANGE_UNIT_PRICE, update_line_item_unit_price_in_cart_async",
    "SUBTOTAL,          subtotal_async",
    "DISCOUNT_SUBTOTAL, add_discount_to_cart_async",
    "PAY,               add_payment_to_cart_async",
    "BILL,              bill_async",
    "RESUME,            resume_item_entry_async",
    "PARK,              park_async",
    "RETRIEVE,          retrieve_async"
  })
  void event_isNamedAfterItsOperation(CartEvent event, String operation) {
    Refused refused =
        new Refused(
            Refusal.INVALID_OPERATION, "Invalid event: ", event, " for state: ", CartState.PARKED);
    assertThat(RefusalText.of(refused))
        .isEqualTo("Invalid event: " + operation + " for state: ParkedState");
  }

  @Test
  void state_hasItsNameOnTheWire() {
    assertThat(
            Arrays.stream(CartState.values())
                .map(state -> RefusalText.of(new Refused(Refusal.INVALID_OPERATION, state))))
        .containsExactly(
            "IdleState",
            "EnteringItemState",
            "PayingState",
            "CompletedState",
            "CancelledState",
            "ParkedState");
  }

  @ParameterizedTest
  @CsvSource({
    "TENANT,              path -> tenant_id",
    "STORE,               path -> store_code",
    "TERMINAL,            path -> terminal_no",
    "TRANSACTION_TYPE,    body -> transactionType",
    "ITEM_CODE,           body -> itemCode",
    "SUPPLEMENT,          body -> supplement",
    "QUANTITY,            body -> quantity",
    "UNIT_PRICE,          body -> unitPrice",
    "AMOUNT,              body -> amount",
    "DISCOUNT_VALUE,      body -> discountValue",
    "LINE_NO,             body -> lineNo",
    "SELECTION,           body -> lineItems",
    "TENDERS,             body -> payments",
    "TENDERS_OF_THE_CART, payments of the cart"
  })
  void field_hasItsNameOnTheWire(InputField field, String location) {
    Refused refused = Refused.at(InputPlace.of(field), Refusal.INVALID_INPUT, "not so");
    assertThat(RefusalText.problem(refused)).isEqualTo(new Problem(location, "not so"));
    assertThat(RefusalText.of(refused)).isEqualTo(location + ": not so");
  }

  @Test
  void place_isRenderedAsAPathThroughTheBody() {
    InputPlace amount = InputPlace.of(InputField.TENDERS).entry(2).then(InputField.AMOUNT);
    InputPlace quantity = InputPlace.WHOLE.entry(0).then(InputField.QUANTITY);
    assertThat(
            RefusalText.of(
                Refused.at(
                    quantity, Refusal.INVALID_INPUT, 10_000, " (expected: ", "1..9999", ")")))
        .isEqualTo("body -> 0 -> quantity: 10000 (expected: 1..9999)");
    assertThat(RefusalText.problem(Refused.at(amount, Refusal.INVALID_INPUT, "-1")))
        .isEqualTo(new Problem("body -> payments -> 2 -> amount", "-1"));
    assertThat(RefusalText.problem(Refused.at(InputPlace.WHOLE, Refusal.INVALID_INPUT, "none")))
        .isEqualTo(new Problem("body", "none"));
  }

  @ParameterizedTest
  @CsvSource({
    "TENANT,         tenant_id",
    "CART,           cart_id",
    "LINE,           line_no",
    "ITEM,           item_code",
    "PAYMENT_METHOD, payment_code",
    "TRANSACTION,    transaction_no",
    "EVENT,          event_id"
  })
  void subject_hasAnArrowAlone_andAColonInASentence(Subject.Kind kind, String name) {
    Subject subject = new Subject(kind, "7");
    assertThat(RefusalText.of(new Refused(Refusal.NOT_FOUND, "Not found: ", subject, " (!)")))
        .isEqualTo("Not found: " + name + "->7 (!)");
    assertThat(RefusalText.of(new Refused(Refusal.NOT_FOUND, "Not found. ", subject)))
        .isEqualTo("Not found. " + name + "->7");
    assertThat(RefusalText.of(new Refused(Refusal.NOT_FOUND, "Not so, ", subject, ", is it?")))
        .isEqualTo("Not so, " + name + ": 7, is it?");
  }

  @Test
  void precondition_isNamedByItsHeader_andAmountsAreWritten() {
    Refused refused =
        new Refused(
            Refusal.VERSION_MISMATCH,
            3L,
            ", which ",
            Precondition.NONE,
            " lacks ",
            Money.of("1.5"));
    assertThat(RefusalText.of(refused)).isEqualTo("3, which If-Match lacks 1.5");
  }
}
