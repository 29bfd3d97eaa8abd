package dev.poscart.domain.document;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.TaxTable;
import java.util.List;
import java.util.Map;

/** Converts carts to documents and back. Totals are not stored; the cart calculates them. */
public final class CartDocument {

  /** The version of the form written here; other versions are refused. */
  private static final int SCHEMA = 1;

  private CartDocument() {}

  /**
   * Writes a cart.
   *
   * @return a new, modifiable map
   */
  public static Map<String, Object> write(Cart cart) {
    return write(cart, cart.lines().stream().map(LineItemDocument::write).toList());
  }

  /** Writes a line as it stands in the cart's document. */
  public static Map<String, Object> writeLine(LineItem line) {
    return LineItemDocument.write(line);
  }

  /**
   * Writes a cart whose lines are written already.
   *
   * @param lines in the form of {@link #writeLine}, or what the database makes of it
   * @return a new, modifiable map
   */
  public static Map<String, Object> write(Cart cart, List<?> lines) {
    DocumentBuilder document =
        new DocumentBuilder()
            .put("schema", SCHEMA)
            .put("cart_id", cart.id().value())
            .putAll(PartyDocument.write(cart.terminal()))
            .put("store_name", cart.storeName())
            .put("status", cart.status())
            .put("transaction_type", cart.type().code())
            .put("business_date", cart.businessDate())
            .put("created_at", cart.createdAt())
            .put("user", PartyDocument.write(cart.customer()))
            .put("line_items", lines)
            .putList("payments", cart.payments(), PaymentDocument::write)
            .putList("taxes", cart.taxes(), TaxDocument::write)
            .put("subtotal_discounts", DiscountDocument.write(cart.subtotalDiscounts()))
            .putList("tax_rules", cart.taxTable().rules(), TaxDocument::write)
            .put("closing", cart.closing().map(ClosingDocument::write))
            .put("closed", cart.closed().map(ClosingDocument::write))
            .put("parked", cart.parked().map(ParkingDocument::write));
    if (cart.cashRounding() != CashRounding.NONE) {
      document.put("cash_rounding", cart.cashRounding());
    }
    if (!cart.changes().isEmpty()) {
      // Omitted if empty, as in carts of tills that send no idempotency key.
      document.putList("changes", cart.changes(), ChangeId::value);
    }
    return document.make();
  }

  /**
   * Reads what {@link #write} wrote; unknown fields are ignored.
   *
   * @throws IllegalStateException naming the path, if a field is missing or of the wrong type
   */
  public static Cart read(Map<String, Object> document) {
    return DocumentReader.read(document, CartDocument::read);
  }

  private static Cart read(DocumentReader document) {
    document.expectSchema(SCHEMA);
    String businessDate = document.text("business_date");
    return new Cart(
        new CartId(document.text("cart_id")),
        PartyDocument.readTerminal(document),
        document.text("store_name"),
        document.choice("status", CartStatus.class),
        document.transactionType("transaction_type"),
        document.object("user", PartyDocument::readCustomer),
        businessDate,
        document.time("created_at"),
        new TaxTable(document.list("tax_rules", TaxDocument::readRule)),
        document.choiceIfAny("cash_rounding", CashRounding.class).orElse(CashRounding.NONE),
        document.list("line_items", LineItemDocument::read),
        document.list("subtotal_discounts", DiscountDocument::read),
        document.list("taxes", TaxDocument::readAmount),
        document.list("payments", PaymentDocument::read),
        document.optionalObject(
            "closing", closing -> ClosingDocument.readClosing(closing, businessDate)),
        document.optionalObject("closed", ClosingDocument::readClosed),
        document.optionalObject("parked", ParkingDocument::read),
        document.textsIfAny("changes").stream().map(ChangeId::new).toList());
  }
}
