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

/**
 * The cart document once more, as a tree whose members come in any order: what {@link
 * CartDocumentWriter} writes in one go is compared with the canonical text of this tree.
 */
final class CartTree {

  private static final int NOT_ISSUED = -1;

  private CartTree() {}

  static Map<String, ?> write(CarriedCart carried) {
    Cart cart = carried.cart();
    TreeMembers document = new TreeMembers();
    place(document, cart);
    contents(document, cart);
    closing(document, cart);
    document
        .put("cart_id", cart.id().value())
        .put(
            "user",
            new TreeMembers()
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

  private static void place(TreeMembers document, Cart cart) {
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

  private static void contents(TreeMembers document, Cart cart) {
    document
        .put("sales", sales(cart))
        .putList("line_items", cart.lines(), TreeParts::line)
        .putList("payments", cart.payments(), TreeParts::payment)
        .putList("taxes", cart.taxes(), TreeParts::tax)
        .put("subtotal_discounts", TreeParts.discounts(cart.subtotalDiscounts()));
  }

  /** What is known only once the transaction is in the log. */
  private static void closing(TreeMembers document, Cart cart) {
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
    return new TreeMembers()
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
    return new TreeMembers()
        .put("id", staff.map(Staff::id).orElse(""))
        .put("name", staff.map(Staff::name).orElse(""))
        .make();
  }

  private static Map<String, ?> masters(CarriedCart carried) {
    Cart cart = carried.cart();
    String tenantId = cart.terminal().tenantId();
    return new TreeMembers()
        .put("items", TreeParts.items(cart))
        .putList("taxes", cart.taxTable().rules(), TreeParts::rule)
        .putList("settings", carried.settings(), setting -> TreeParts.setting(setting, tenantId))
        .putList(
            "promotions",
            carried.promotions(),
            promotion -> TreeParts.promotion(promotion, tenantId))
        .make();
  }
}
