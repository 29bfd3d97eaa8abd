package dev.poscart.domain.document;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TerminalSession;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CartDocumentTest {

  @Test
  void aFullCart_survivesWritingAndReading() {
    Cart paying = CartTestData.fullCart("c1");
    Cart closing = CartTestData.closing(paying, CartTestData.AT);
    Cart closed = CartTestData.closed(closing);

    assertThat(CartDocument.read(CartDocument.write(paying))).isEqualTo(paying);
    assertThat(CartDocument.read(CartDocument.write(closing))).isEqualTo(closing);
    assertThat(CartDocument.read(CartDocument.write(closed))).isEqualTo(closed);
  }

  @Test
  void aCart_isWrittenWithTheseKeys() {
    Map<String, Object> document = CartDocument.write(CartTestData.fullCart("c1"));

    assertThat(document.keySet())
        .containsExactly(
            "schema",
            "cart_id",
            "tenant_id",
            "store_code",
            "terminal_no",
            "store_name",
            "status",
            "transaction_type",
            "business_date",
            "created_at",
            "user",
            "line_items",
            "payments",
            "taxes",
            "subtotal_discounts",
            "tax_rules",
            "closing",
            "closed",
            "parked");
    assertThat(document)
        .containsEntry("schema", 1)
        .containsEntry("status", "Paying")
        .containsEntry("created_at", "2026-11-23T18:27:02.838957+09:00")
        .containsEntry("closing", null);
  }

  @Test
  void cashRounding_isWrittenOnlyIfEnabled() {
    Map<String, Object> document =
        CartDocument.write(CartTestData.idleCart("c1", CashRounding.YEN));

    assertThat(document).containsEntry("cash_rounding", "Yen");
    assertThat(CartDocument.read(document).cashRounding()).isEqualTo(CashRounding.YEN);
    document.remove("cash_rounding");
    assertThat(CartDocument.read(document).cashRounding()).isEqualTo(CashRounding.NONE);
  }

  @Test
  void aFreeItemWhosePriceWasChanged_remembersThatTheOriginalWasZero() {
    LineItem line =
        LineItem.entered(1, CartTestData.apple(), Money.ZERO, 1).withUnitPrice(Money.of(5));
    Cart cart = CartTestData.idleCart("c1").change().lines(List.of(line)).make();

    assertThat(CartDocument.read(CartDocument.write(cart))).isEqualTo(cart);
  }

  @Test
  void aClosingMarkWithoutADate_takesTheCartsDate() {
    TerminalSession another = new TerminalSession("20251124", 2, 8);
    Closing closing =
        new Closing(
            Closing.Kind.BILL,
            CartTestData.TERMINAL,
            CartTestData.STAFF,
            another,
            CartTestData.AT,
            "event",
            CartTestData.RECEIPT,
            Set.of());
    Map<String, Object> document =
        CartDocument.write(CartTestData.fullCart("c1").change().closing(closing).make());
    assertThat(session(document)).isEqualTo(another);

    ((Map<?, ?>) requireNonNull(document.get("closing"))).remove("business_date");

    assertThat(session(document)).isEqualTo(new TerminalSession("20251123", 2, 8));
  }

  private static TerminalSession session(Map<String, Object> document) {
    return CartDocument.read(document).closing().orElseThrow().session();
  }

  @Test
  void aTimeOnAFullSecond_isWrittenWithSixFractionalDigits() {
    Cart cart =
        CartTestData.closing(
            CartTestData.idleCart("c1"), OffsetDateTime.parse("2026-01-02T03:04:05Z"));

    Map<String, Object> document = CartDocument.write(cart);

    assertThat(document)
        .extractingByKey("closing", InstanceOfAssertFactories.MAP)
        .containsEntry("at", "2026-01-02T03:04:05.000000+00:00");
    assertThat(CartDocument.read(document)).isEqualTo(cart);
  }

  @Test
  void numbersOfOtherTypes_areRead() {
    Map<String, Object> document = CartDocument.write(CartTestData.idleCart("c1"));
    document.put("terminal_no", 9L);
    document.put("transaction_type", new BigDecimal("101.0"));

    assertThat(CartDocument.read(document)).isEqualTo(CartTestData.idleCart("c1"));
  }

  @Test
  void unknownKeys_areIgnored() {
    Map<String, Object> document = CartDocument.write(CartTestData.idleCart("c1"));
    document.put("version", 3);

    assertThat(CartDocument.read(document)).isEqualTo(CartTestData.idleCart("c1"));
  }

  @Test
  void aCartWithoutParkingData_isNotParked() {
    Map<String, Object> document = CartDocument.write(CartTestData.idleCart("c1"));
    document.remove("parked");

    assertThat(CartDocument.read(document)).isEqualTo(CartTestData.idleCart("c1"));
  }

  @Test
  void changeIds_areWrittenOnlyIfPresent() {
    Cart cart = CartTestData.idleCart("c1").change().by(new ChangeId("id-1")).make();
    Map<String, Object> document = CartDocument.write(cart);

    assertThat(document).containsEntry("changes", List.of("id-1"));
    assertThat(CartDocument.read(document)).isEqualTo(cart);
    assertThat(CartDocument.write(CartTestData.idleCart("c1"))).doesNotContainKey("changes");
  }

  @Test
  void aMissingKey_isNamed() {
    Map<String, Object> document = CartDocument.write(CartTestData.fullCart("c1"));
    lineItem(document, 1).remove("quantity");

    assertThatThrownBy(() -> CartDocument.read(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("line_items[1].quantity: missing (expected: Number)");
  }

  @Test
  void aFloatingPointNumber_isRefused() {
    Map<String, Object> document = CartDocument.write(CartTestData.fullCart("c1"));
    lineItem(document, 0).put("amount", 126.8);

    assertThatThrownBy(() -> CartDocument.read(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("line_items[0].amount: Double '126.8' (expected: an exact number)");
  }

  @Test
  void aValueThatTheModelRefuses_isNamed() {
    Map<String, Object> document = CartDocument.write(CartTestData.fullCart("c1"));
    lineItem(document, 1).put("line_no", 0);

    assertThatThrownBy(() -> CartDocument.read(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("line_items[1]: ")
        .hasRootCauseMessage("lineNo: 0 (expected: >= 1)");
  }

  @Test
  void anUnknownEnumValue_isNamed() {
    Map<String, Object> document = CartDocument.write(CartTestData.idleCart("c1"));
    document.put("status", "Sleeping");

    assertThatThrownBy(() -> CartDocument.read(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "status: String 'Sleeping' (expected: one of Idle, EnteringItem, Paying, Completed, Cancelled)");
  }

  @Test
  void anUnknownSchemaVersion_isRefused() {
    Map<String, Object> document = CartDocument.write(CartTestData.idleCart("c1"));
    document.put("schema", 2);

    assertThatThrownBy(() -> CartDocument.read(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("schema: Integer '2' (expected: 1)");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> lineItem(Map<String, Object> document, int index) {
    return ((List<Map<String, Object>>) requireNonNull(document.get("line_items"))).get(index);
  }
}
