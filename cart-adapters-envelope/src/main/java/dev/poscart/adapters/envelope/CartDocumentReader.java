package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CarriedTotals;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TransactionType;
import java.util.List;
import java.util.Optional;

/** Reads an open cart from kugelpos's cart document. */
final class CartDocumentReader {

  /** So many changes that no cart gets there. */
  private static final int MAX_REVISION = 1_000_000_000;

  private CartDocumentReader() {}

  static CarriedCart read(DocumentFields fields) throws MalformedEnvelopeException {
    DocumentFields masters = fields.object("masters");
    int revision = fields.count("revision");
    if (revision > MAX_REVISION) {
      throw fields.wrong("revision", "at most " + MAX_REVISION);
    }
    return new CarriedCart(
        cart(fields, masters),
        revision,
        Optional.empty(),
        staff(fields),
        masters.list("settings", SettingForm::read),
        masters.list("promotions", PromotionForm::read),
        totals(fields));
  }

  private static Cart cart(DocumentFields fields, DocumentFields masters)
      throws MalformedEnvelopeException {
    return new Cart(
        new CartId(fields.text("cart_id")),
        terminal(fields),
        fields.textOr("store_name", ""),
        openStatus(fields),
        type(fields),
        customer(fields),
        fields.text("business_date"),
        fields
            .object("sales")
            .optionalTime("reference_date_time")
            .orElseThrow(() -> fields.wrong("sales.reference_date_time", "a time with offset")),
        new TaxTable(masters.list("taxes", TaxForm::readRule)),
        cashRounding(fields),
        LineForm.read(fields, ItemMasterForm.read(masters)),
        fields.list("subtotal_discounts", DiscountForm::read),
        fields.list("taxes", TaxForm::readAmount),
        fields.list("payments", PaymentForm::read),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** They are only compared, so a document may say anything here. */
  private static Optional<CarriedTotals> totals(DocumentFields fields) {
    try {
      DocumentFields sales = fields.object("sales");
      return Optional.of(
          new CarriedTotals(
              sales.money("total_amount"),
              sales.money("tax_amount"),
              sales.money("total_amount_with_tax"),
              fields.money("balance_amount")));
    } catch (MalformedEnvelopeException e) {
      return Optional.empty();
    }
  }

  private static CartStatus openStatus(DocumentFields fields) throws MalformedEnvelopeException {
    CartStatus status = fields.choice("status", WireWords.STATUS);
    if (status == CartStatus.COMPLETED || status == CartStatus.CANCELLED) {
      throw fields.wrong("status", "one of an open cart");
    }
    if (fields.optionalText("transaction_datetime").isPresent()) {
      throw fields.wrong("transaction_datetime", "null while the cart is open");
    }
    return status;
  }

  private static TransactionType type(DocumentFields fields) throws MalformedEnvelopeException {
    int code = fields.optionalInteger("transaction_type").orElse(TransactionType.SALE.code());
    if (code != TransactionType.SALE.code()) {
      throw fields.wrong("transaction_type", String.valueOf(TransactionType.SALE.code()));
    }
    return TransactionType.SALE;
  }

  private static TerminalKey terminal(DocumentFields fields) throws MalformedEnvelopeException {
    return new TerminalKey(
        fields.text("tenant_id"), fields.text("store_code"), fields.count("terminal_no"));
  }

  private static Customer customer(DocumentFields fields) throws MalformedEnvelopeException {
    Optional<DocumentFields> user = fields.optionalObject("user");
    return user.isPresent()
        ? new Customer(user.get().optionalText("id"), user.get().optionalText("name"))
        : Customer.UNKNOWN;
  }

  private static Optional<Staff> staff(DocumentFields fields) throws MalformedEnvelopeException {
    Optional<DocumentFields> staff = fields.optionalObject("staff");
    if (staff.isEmpty()) {
      return Optional.empty();
    }
    String name = staff.get().textOr("name", "");
    return staff
        .get()
        .optionalText("id")
        .filter(id -> !id.isBlank())
        .map(id -> new Staff(id, name));
  }

  private static CashRounding cashRounding(DocumentFields fields)
      throws MalformedEnvelopeException {
    return fields.optionalText("cash_rounding").isPresent()
        ? fields.choice("cash_rounding", WireWords.CASH_ROUNDING)
        : CashRounding.NONE;
  }
}
