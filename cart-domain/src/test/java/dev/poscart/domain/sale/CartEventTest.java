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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole state machine as a table: each row an event, each column a state. */
class CartEventTest {

  @ParameterizedTest
  @CsvSource({
    // idle, entering, paying, completed, cancelled, parked
    "CANCEL,            yes, yes, yes, no,  no,  yes",
    "ADD_ITEMS,         yes, yes, no,  no,  no,  no",
    "DISCOUNT_LINE,     no,  yes, no,  no,  no,  no",
    "CANCEL_LINE,       no,  yes, no,  no,  no,  no",
    "CHANGE_QUANTITY,   no,  yes, no,  no,  no,  no",
    "CHANGE_UNIT_PRICE, no,  yes, no,  no,  no,  no",
    "SUBTOTAL,          no,  yes, no,  no,  no,  no",
    "DISCOUNT_SUBTOTAL, no,  no,  yes, no,  no,  no",
    "PAY,               no,  yes, yes, no,  no,  no",
    "BILL,              no,  no,  yes, no,  no,  no",
    "RESUME,            no,  no,  yes, no,  no,  no",
    "PARK,              no,  yes, no,  no,  no,  no",
    "RETRIEVE,          no,  no,  no,  no,  no,  yes"
  })
  void event_isAcceptedOrRefusedByState(
      CartEvent event,
      String idle,
      String entering,
      String paying,
      String completed,
      String cancelled,
      String parked) {
    expect(event, CartStatus.IDLE, idle);
    expect(event, CartStatus.ENTERING_ITEM, entering);
    expect(event, CartStatus.PAYING, paying);
    expect(event, CartStatus.COMPLETED, completed);
    expect(event, CartStatus.CANCELLED, cancelled);
    expect(event, CartTestData.parked(CartTestData.cartWithLines("c", 1), CartTestData.AT), parked);
  }

  @Test
  void table_coversEveryEventAndState() {
    assertThat(CartEvent.values()).hasSize(13);
    assertThat(CartState.values()).hasSize(6);
  }

  @Test
  void refusal_namesEventAndState() {
    Refused refused = refused(() -> CartEvent.PAY.check(idleCart("c")));
    assertThat(refused.parts()).contains(CartEvent.PAY, CartState.IDLE);
  }

  private static void expect(CartEvent event, CartStatus status, String taken) {
    expect(event, idleCart("c").change().status(status).make(), taken);
  }

  private static void expect(CartEvent event, Cart cart, String taken) {
    if ("yes".equals(taken)) {
      assertThatCode(() -> event.check(cart)).doesNotThrowAnyException();
    } else {
      assertThat(refused(() -> event.check(cart)).refusal()).isEqualTo(Refusal.INVALID_OPERATION);
    }
  }
}
