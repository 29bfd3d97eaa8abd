package dev.poscart.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.Transaction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionDocumentTest {

  private final Transaction sale = TransactionTestData.sale().make();

  @Test
  void aTransaction_survivesWritingAndReading() {
    Transaction returned = TransactionTestData.returnOf(sale).make();

    assertThat(TransactionDocument.read(TransactionDocument.write(sale))).isEqualTo(sale);
    assertThat(TransactionDocument.read(TransactionDocument.write(returned))).isEqualTo(returned);
  }

  @Test
  void aSale_hasTheEventsKeysInOrder_thenOurOwn() {
    assertThat(String.join(" ", TransactionDocument.write(sale).keySet()))
        .isEqualTo(
            "shard_key created_at updated_at etag tenant_id store_code store_name terminal_no"
                + " transaction_no transaction_type business_date open_counter business_counter"
                + " generate_date_time receipt_no cart_id user sales line_items payments taxes"
                + " subtotal_discounts origin staff receipt_text journal_text additional_info"
                + " is_voided is_refunded event_id schema claim receipt_numbers");
  }

  @Test
  void wrappingOfNames_isRecorded_butNotInTheEvent() {
    Transaction wrapped = TransactionTestData.sale().longItemNames(LongItemNames.WRAP).make();

    assertThat(TransactionDocument.write(wrapped)).containsEntry("long_item_names", "Wrap");
    assertThat(EventDocument.write(wrapped)).isEqualTo(EventDocument.write(sale));
  }

  @Test
  void sums_areWrittenWithTheEventsKeys() {
    assertThat(TransactionDocument.write(sale))
        .extractingByKey("sales", MAP)
        .hasToString(
            "{reference_date_time=2026-11-23T18:27:02.838957+09:00, total_amount=121.55,"
                + " total_amount_with_tax=121.55, tax_amount=0, total_quantity=2,"
                + " change_amount=1898.95, total_discount_amount=19.45, is_cancelled=false,"
                + " is_stamp_duty_applied=true, stamp_duty_target_amount=101.05,"
                + " stamp_duty_amount=200}");
  }

  @Test
  void lines_areWrittenWithTheEventsKeys() {
    assertThat(TransactionDocument.write(sale))
        .extractingByKey("line_items", LIST)
        .first()
        .hasToString(
            "{line_no=1, item_code=4901234567894, category_code=C2, description=ジュース \"限定\" 🍹,"
                + " description_short=ジュース, unit_price=70.5, unit_price_original=80.5,"
                + " is_unit_price_changed=true, quantity=2,"
                + " discounts=[{seq_no=1, discount_type=DiscountPercentage, discount_value=10,"
                + " discount_amount=14.1, detail=null, promotion_code=P10,"
                + " promotion_type=category_discount},"
                + " {seq_no=2, discount_type=DiscountAmount, discount_value=0.1,"
                + " discount_amount=0.1, detail=pt, promotion_code=null, promotion_type=null}],"
                + " discounts_allocated=[{seq_no=1, discount_type=DiscountAmount,"
                + " discount_value=5.25, discount_amount=5.25, detail=pt, promotion_code=null,"
                + " promotion_type=null}],"
                + " amount=126.8, tax_code=12, is_cancelled=false,"
                + " item={unit_price=90.5, store_price=80.5, is_discount_restricted=true,"
                + " is_verified=false}}");
  }

  @Test
  void tendersAndTaxes_areWrittenWithTheEventsKeys() {
    Map<String, Object> document = TransactionDocument.write(sale);

    assertThat(document.get("payments"))
        .hasToString(
            "[{payment_no=1, payment_code=11, deposit_amount=20.5, amount=20.5,"
                + " description=キャッシュレス, detail=VISA, payment_kind=Cashless},"
                + " {payment_no=2, payment_code=01, deposit_amount=2000, amount=101.05,"
                + " description=現金, detail=null, payment_kind=Cash}]");
    assertThat(document.get("taxes"))
        .hasToString(
            "[{tax_no=1, tax_code=12, tax_type=Internal, tax_name=内税 8%, tax_amount=9,"
                + " target_amount=121.55, target_quantity=2}]");
  }

  @Test
  void aSurplus_isWrittenOnlyWithItsTender() {
    Transaction overpaid = TransactionTestData.sale().overpaidByVoucher().make();
    Map<String, Object> document = TransactionDocument.write(overpaid);

    assertThat(document.get("payments"))
        .hasToString(
            "[{payment_no=1, payment_code=11, deposit_amount=20.5, amount=20.5,"
                + " description=キャッシュレス, detail=VISA, payment_kind=Cashless},"
                + " {payment_no=2, payment_code=12, deposit_amount=150, amount=101.05,"
                + " surplus_amount=48.95, description=商品券, detail=null, payment_kind=Other}]");
    assertThat(EventDocument.write(overpaid))
        .extractingByKey("payments", LIST)
        .last()
        .hasToString(
            "{payment_no=2, payment_code=12, deposit_amount=150, amount=101.05,"
                + " surplus_amount=48.95, description=商品券, detail=null}");
    assertThat(TransactionDocument.read(document)).isEqualTo(overpaid);
  }

  @Test
  void aRounding_isWrittenWithItsTenderAndInTheSums() {
    Transaction rounded = TransactionTestData.sale().roundedCash().make();
    Map<String, Object> document = TransactionDocument.write(rounded);

    assertThat(EventDocument.write(rounded))
        .extractingByKey("payments", LIST)
        .last()
        .hasToString(
            "{payment_no=2, payment_code=01, deposit_amount=2000, amount=101.05,"
                + " cash_rounding_amount=-0.05, description=現金, detail=null}");
    assertThat(EventDocument.write(rounded))
        .extractingByKey("sales", MAP)
        .containsEntry("change_amount", new BigDecimal("1899"))
        .containsEntry("cash_rounding_amount", new BigDecimal("-0.05"));
    assertThat(TransactionDocument.read(document)).isEqualTo(rounded);
  }

  @Test
  void theOriginOfAReturn_isWrittenWithTheEventsKeys() {
    assertThat(TransactionDocument.write(TransactionTestData.returnOf(sale).make()).get("origin"))
        .hasToString(
            "{generate_date_time=2026-11-23T18:27:03.415939+09:00, tenant_id=A1234,"
                + " store_code=5678, store_name=テスト店, terminal_no=9, business_counter=7,"
                + " transaction_no=1, transaction_type=101, receipt_no=111111}");
  }

  @Test
  void aPositionThatDiffersFromTheNumber_isWrittenInTheOrigin_butNotInTheEvent() {
    LogEnd end = new LogEnd(12, sale.numbers(), Optional.empty());
    Transaction original = Chain.tie(sale, Optional.of(end));
    Transaction returned = TransactionTestData.returnOf(original).make();
    Map<String, Object> document = TransactionDocument.write(returned);

    assertThat(TransactionDocument.write(original))
        .extractingByKey("chain", MAP)
        .containsEntry("position", 13);
    assertThat(document).extractingByKey("origin", MAP).containsEntry("position", 13);
    assertThat(TransactionDocument.read(document)).isEqualTo(returned);
    assertThat(EventDocument.write(returned).get("origin"))
        .isEqualTo(
            TransactionDocument.write(TransactionTestData.returnOf(sale).make()).get("origin"));
  }

  @Test
  void otherTextsOfTheReceipt_areAdditionalInfo() {
    assertThat(TransactionDocument.write(sale).get("additional_info"))
        .hasToString(
            "{invoice_registration_number=T1234567890123,"
                + " receipt_headers=[{text=いらっしゃいませ, align=center}, {text=, align=left}],"
                + " receipt_footers=[{text=またどうぞ, align=right}]}");
  }

  @Test
  void numbersOfOtherTypes_areRead() {
    Map<String, Object> document = TransactionDocument.write(sale);
    document.put("transaction_no", 1L);
    document.put("receipt_no", new BigDecimal("111111"));

    assertThat(TransactionDocument.read(document)).isEqualTo(sale);
  }

  @Test
  void aMistypedList_isNamed() {
    Map<String, Object> document = TransactionDocument.write(sale);
    document.put("payments", List.of("cash"));

    assertThatThrownBy(() -> TransactionDocument.read(document))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("payments[0]: String 'cash' (expected: Map)");
  }
}
