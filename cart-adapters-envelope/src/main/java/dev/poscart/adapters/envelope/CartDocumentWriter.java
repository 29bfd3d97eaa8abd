package dev.poscart.adapters.envelope;

import dev.poscart.domain.document.KugelposTime;
import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.StoreKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a cart as kugelpos's cart document: all of its members, under its names and in their
 * order, which is the canonical form.
 */
final class CartDocumentWriter {

  private static final int NOT_ISSUED = -1;

  private final CarriedCart carried;
  private final Cart cart;
  private final List<WrittenLine> lines;
  private final Optional<Closing> closing;
  private final Optional<Closed> closed;

  private CartDocumentWriter(CarriedCart carried, List<WrittenLine> lines) {
    this.carried = carried;
    this.cart = carried.cart();
    this.lines = lines;
    this.closing = cart.closing();
    this.closed = cart.closed();
  }

  /**
   * Writes a document.
   *
   * @param lines those of the cart
   * @throws IllegalArgumentException if something in the cart has no notation
   */
  static void write(CanonicalBytes out, CarriedCart carried, List<WrittenLine> lines) {
    DocumentWriter.write(
        out,
        new CartDocumentWriter(carried, lines),
        (document, writer) -> {
          writer.additionalInfoToJournal(document);
          writer.linesToReceipt(document);
          writer.revisionToTaxes(document);
          writer.tenantToUser(document);
        });
  }

  private void additionalInfoToJournal(DocumentWriter document) {
    document
        .putNull("additional_info")
        .put("balance_amount", cart.balanceDue())
        .putInteger("business_counter", closing.map(c -> c.session().businessCounter()))
        .put("business_date", cart.businessDate())
        .put("carry_snapshot", true)
        .put("cart_id", cart.id().value());
    if (cart.cashRounding() != CashRounding.NONE) {
      document.put("cash_rounding", WireWords.of(WireWords.CASH_ROUNDING, cart.cashRounding()));
    }
    document
        .putNull("created_at", "etag")
        .put("generate_date_time", closing.map(c -> KugelposTime.text(c.at())))
        .put("is_refunded", false)
        .put("is_voided", false)
        .put("journal_text", closed.map(Closed::journalText));
  }

  private void linesToReceipt(DocumentWriter document) {
    document
        .putList("line_items", lines, (line, written) -> written.writeLine(line))
        .putObject("masters", cart.terminal().store(), this::masters)
        .putInteger("open_counter", closing.map(c -> c.session().openCounter()))
        .putNull("origin")
        .putList("payments", cart.payments(), PaymentForm::write)
        .putInteger("receipt_counter", counted().flatMap(IssuedNumbers::receiptCounter))
        .put("receipt_no", closed.map(c -> c.numbers().receiptNo()).orElse(NOT_ISSUED))
        .put("receipt_text", closed.map(Closed::receiptText).orElse(""));
  }

  private void revisionToTaxes(DocumentWriter document) {
    String tenantId = cart.terminal().tenantId();
    String storeCode = cart.terminal().storeCode();
    document
        .put("revision", carried.revision())
        .putObject("sales", cart, CartDocumentWriter::sales)
        .put("seq", counted().map(IssuedNumbers::transactionNo).orElse(0))
        .put("shard_key", tenantId + "_" + storeCode + "_" + cart.businessDate())
        .putObject(
            "staff", closing.map(Closing::staff).or(carried::openedBy), CartDocumentWriter::staff)
        .put("status", WireWords.of(WireWords.STATUS, cart.status()))
        .put("store_code", storeCode)
        .put("store_name", cart.storeName())
        .put("subtotal_amount", cart.total())
        .putNumbered("subtotal_discounts", cart.subtotalDiscounts(), DiscountForm::write)
        .putList("taxes", cart.taxes(), TaxForm::write);
  }

  private void tenantToUser(DocumentWriter document) {
    document
        .put("tenant_id", cart.terminal().tenantId())
        .put("terminal_no", cart.terminal().terminalNo())
        .put(
            "transaction_datetime",
            counted().flatMap(numbers -> closing).map(c -> KugelposTime.text(c.at())))
        .put("transaction_no", closed.map(c -> c.numbers().transactionNo()).orElse(NOT_ISSUED))
        .put("transaction_type", cart.type().code())
        .putNull("updated_at")
        .putObject("user", cart.customer(), CartDocumentWriter::user);
  }

  /** The numbers of a transaction that is in the log, if they are the terminal's own. */
  private Optional<IssuedNumbers> counted() {
    return closed.map(Closed::numbers).filter(numbers -> numbers.receiptCounter().isPresent());
  }

  private void masters(DocumentWriter masters, StoreKey store) {
    masters
        .putList("items", withItems(lines), (document, line) -> line.writeItem(document, store))
        .putList(
            "promotions",
            carried.promotions(),
            (document, promotion) -> PromotionForm.write(document, promotion, store.tenantId()))
        .putList(
            "settings",
            carried.settings(),
            (document, setting) -> SettingForm.write(document, setting, store.tenantId()))
        .putList("taxes", cart.taxTable().rules(), TaxForm::write);
  }

  /** The first line of each item. */
  private static List<WrittenLine> withItems(List<WrittenLine> lines) {
    Map<String, WrittenLine> first = new LinkedHashMap<>();
    lines.forEach(line -> first.putIfAbsent(line.itemCode(), line));
    return List.copyOf(first.values());
  }

  private static void sales(DocumentWriter sales, Cart cart) {
    Money stampDuty = cart.closed().map(Closed::stampDuty).orElse(Money.ZERO);
    sales
        .put("change_amount", cart.changeDue())
        .put(
            "is_cancelled", cart.closing().filter(c -> c.kind() == Closing.Kind.CANCEL).isPresent())
        .put("is_stamp_duty_applied", stampDuty.isPositive())
        .put("reference_date_time", cart.createdAt())
        .put("stamp_duty_amount", stampDuty)
        .put("stamp_duty_target_amount", Money.ZERO)
        .put("tax_amount", cart.externalTax())
        .put("total_amount", cart.total())
        .put("total_amount_with_tax", cart.totalWithTax())
        .put("total_discount_amount", cart.discountTotal())
        .put("total_quantity", cart.totalQuantity());
  }

  private static void staff(DocumentWriter document, Optional<Staff> staff) {
    document
        .put("id", staff.map(Staff::id).orElse(""))
        .put("name", staff.map(Staff::name).orElse(""));
  }

  private static void user(DocumentWriter document, Customer customer) {
    document.put("id", customer.id()).put("name", customer.name());
  }
}
