package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.idleCart;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole state machine as a table: each row an event, each column a state. */
class CartEventTest {

  @ParameterizedTest
  @CsvSource({
    //                                                   idle, entering, paying, completed,
    // cancelled
    "CANCEL,            cancel_transaction_async,                    yes, yes, yes, no, no",
    "ADD_ITEMS,         add_item_to_cart_async,                      yes, yes, no,  no, no",
    "DISCOUNT_LINE,     add_discount_to_line_item_in_cart_async,     no,  yes, no,  no, no",
    "CANCEL_LINE,       cancel_line_item_from_cart_async,            no,  yes, no,  no, no",
    "CHANGE_QUANTITY,   update_line_item_quantity_in_cart_async,     no,  yes, no,  no, no",
    "CHANGE_UNIT_PRICE, update_line_item_unit_price_in_cart_async,   no,  yes, no,  no, no",
    "SUBTOTAL,          subtotal_async,                              no,  yes, no,  no, no",
    "DISCOUNT_SUBTOTAL, add_discount_to_cart_async,                  no,  no,  yes, no, no",
    "PAY,               add_payment_to_cart_async,                   no,  yes, yes, no, no",
    "BILL,              bill_async,                                  no,  no,  yes, no, no",
    "RESUME,            resume_item_entry_async,                     no,  no,  yes, no, no",
    "PARK,              park_async,                                  no,  yes, no,  no, no",
    "RETRIEVE,          retrieve_async,                              no,  no,  no,  no, no"
  })
  void event_isTakenOrRefusedByState(
      CartEvent event,
      String wireName,
      String idle,
      String entering,
      String paying,
      String completed,
      String cancelled) {
    expect(event, wireName, CartStatus.IDLE, "IdleState", idle);
    expect(event, wireName, CartStatus.ENTERING_ITEM, "EnteringItemState", entering);
    expect(event, wireName, CartStatus.PAYING, "PayingState", paying);
    expect(event, wireName, CartStatus.COMPLETED, "CompletedState", completed);
    expect(event, wireName, CartStatus.CANCELLED, "CancelledState", cancelled);
  }

  @ParameterizedTest
  @EnumSource(CartEvent.class)
  void parkedCart_isOnlyRetrievedOrCancelled(CartEvent event) {
    Cart parked = CartTestData.parked(CartTestData.cartWithLines("c", 1), CartTestData.AT);
    if (event == CartEvent.RETRIEVE || event == CartEvent.CANCEL) {
      assertThatCode(() -> event.check(parked)).doesNotThrowAnyException();
    } else {
      assertThat(refused(() -> event.check(parked)).detail()).endsWith(" for state: ParkedState");
    }
  }

  @Test
  void tableAbove_namesEveryEventAndState() {
    assertThat(CartEvent.values()).hasSize(13);
    assertThat(Arrays.asList(CartStatus.values()))
        .containsExactly(
            CartStatus.IDLE,
            CartStatus.ENTERING_ITEM,
            CartStatus.PAYING,
            CartStatus.COMPLETED,
            CartStatus.CANCELLED);
  }

  private static void expect(
      CartEvent event, String wireName, CartStatus status, String stateName, String taken) {
    Cart cart = idleCart("c").change().status(status).make();
    if ("yes".equals(taken)) {
      assertThatCode(() -> event.check(cart)).doesNotThrowAnyException();
    } else {
      Refused refused = refused(() -> event.check(cart));
      assertThat(refused.refusal()).isEqualTo(Refusal.INVALID_OPERATION);
      assertThat(refused.detail())
          .isEqualTo("Invalid event: " + wireName + " for state: " + stateName);
    }
  }
}
