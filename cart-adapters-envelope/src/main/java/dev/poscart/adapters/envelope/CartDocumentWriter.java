package dev.poscart.adapters.envelope;

import dev.poscart.domain.document.KugelposTime;
import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Staff;
import java.util.Map;
import java.util.Optional;

/** Writes a cart as kugelpos's cart document: all of its members, under its names. */
final class CartDocumentWriter {

  private static final int NOT_ISSUED = -1;

  private CartDocumentWriter() {}

  static Map<String, ?> write(CarriedCart carried) {
    Cart cart = carried.cart();
    DocumentWriter document = new DocumentWriter();
    place(document, cart);
    contents(document, cart);
    closing(document, cart);
    document
        .put("cart_id", cart.id().value())
        .put(
            "user",
            new DocumentWriter()
                .put("id", cart.customer().id())
                .put("name", cart.customer().name())
                .make())
        .put("staff", staff(cart.closing().map(Closing::staff).or(carried::openedBy)))
        .put("is_voided", false)
        .put("is_refunded", false)
        .put("status", WireWords.of(WireWords.STATUS, cart.status()))
        .put("subtotal_amount", cart.total())
        .put("balance_amount", cart.balanceDue())
        .put("masters", masters(carried))
        .put("revision", carried.revision())
        .put("carry_snapshot", true)
        .putNull("origin", "additional_info");
    if (cart.cashRounding() != CashRounding.NONE) {
      document.put("cash_rounding", WireWords.of(WireWords.CASH_ROUNDING, cart.cashRounding()));
    }
    return document.make();
  }

  private static void place(DocumentWriter document, Cart cart) {
    String tenantId = cart.terminal().tenantId();
    String storeCode = cart.terminal().storeCode();
    document
        .putUnstored()
        .put("shard_key", tenantId + "_" + storeCode + "_" + cart.businessDate())
        .put("tenant_id", tenantId)
        .put("store_code", storeCode)
        .put("store_name", cart.storeName())
        .put("terminal_no", cart.terminal().terminalNo())
        .put("transaction_type", cart.type().code())
        .put("business_date", cart.businessDate());
  }

  private static void contents(DocumentWriter document, Cart cart) {
    document
        .put("sales", sales(cart))
        .putList("line_items", cart.lines(), LineForm::write)
        .putList("payments", cart.payments(), PaymentForm::write)
        .putList("taxes", cart.taxes(), TaxForm::write)
        .put("subtotal_discounts", DiscountForm.write(cart.subtotalDiscounts()));
  }

  /** What is known only once the transaction is in the log. */
  private static void closing(DocumentWriter document, Cart cart) {
    Optional<Closing> closing = cart.closing();
    Optional<Closed> closed = cart.closed();
    Optional<IssuedNumbers> counted =
        closed.map(Closed::numbers).filter(numbers -> numbers.receiptCounter().isPresent());
    document
        .put("seq", counted.map(IssuedNumbers::transactionNo).orElse(0))
        .put("receipt_counter", counted.flatMap(IssuedNumbers::receiptCounter))
        .put(
            "transaction_datetime",
            counted.flatMap(numbers -> closing).map(c -> KugelposTime.text(c.at())))
        .put("transaction_no", closed.map(c -> c.numbers().transactionNo()).orElse(NOT_ISSUED))
        .put("receipt_no", closed.map(c -> c.numbers().receiptNo()).orElse(NOT_ISSUED))
        .put("open_counter", closing.map(c -> c.session().openCounter()))
        .put("business_counter", closing.map(c -> c.session().businessCounter()))
        .put("generate_date_time", closing.map(c -> KugelposTime.text(c.at())))
        .put("receipt_text", closed.map(Closed::receiptText).orElse(""))
        .put("journal_text", closed.map(Closed::journalText));
  }

  private static Map<String, ?> sales(Cart cart) {
    Money stampDuty = cart.closed().map(Closed::stampDuty).orElse(Money.ZERO);
    return new DocumentWriter()
        .put("reference_date_time", cart.createdAt())
        .put("total_amount", cart.total())
        .put("total_amount_with_tax", cart.totalWithTax())
        .put("tax_amount", cart.externalTax())
        .put("total_quantity", cart.totalQuantity())
        .put("change_amount", cart.changeDue())
        .put("total_discount_amount", cart.discountTotal())
        .put(
            "is_cancelled", cart.closing().filter(c -> c.kind() == Closing.Kind.CANCEL).isPresent())
        .put("is_stamp_duty_applied", stampDuty.isPositive())
        .put("stamp_duty_target_amount", Money.ZERO)
        .put("stamp_duty_amount", stampDuty)
        .make();
  }

  private static Map<String, ?> staff(Optional<Staff> staff) {
    return new DocumentWriter()
        .put("id", staff.map(Staff::id).orElse(""))
        .put("name", staff.map(Staff::name).orElse(""))
        .make();
  }

  private static Map<String, ?> masters(CarriedCart carried) {
    Cart cart = carried.cart();
    String tenantId = cart.terminal().tenantId();
    return new DocumentWriter()
        .put("items", ItemMasterForm.write(cart))
        .putList("taxes", cart.taxTable().rules(), TaxForm::write)
        .putList("settings", carried.settings(), setting -> SettingForm.write(setting, tenantId))
        .putList(
            "promotions",
            carried.promotions(),
            promotion -> PromotionForm.write(promotion, tenantId))
        .make();
  }
}
