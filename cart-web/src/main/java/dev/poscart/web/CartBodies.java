package dev.poscart.web;

import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.sale.DiscountEntry;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.Tender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the request bodies of the cart routes. */
final class CartBodies {

  static final String BODY = "body";
  private static final int MAX_CODE = 128;
  private static final int MAX_NAME = 256;
  private static final int MAX_DETAIL = 1_000;

  private static final Map<String, DiscountType> DISCOUNT_TYPES =
      Map.of(
          WireEnumNames.of(DiscountType.AMOUNT), DiscountType.AMOUNT,
          WireEnumNames.of(DiscountType.PERCENTAGE), DiscountType.PERCENTAGE);

  private CartBodies() {}

  /**
   * The body of a request that creates a cart.
   *
   * @param carried whether the terminal wants to take the cart along
   */
  record NewCart(Optional<Integer> transactionType, Customer customer, boolean carried) {}

  static NewCart newCart(Json body, Problems problems) {
    ObjectFields fields = fields(body, BODY, problems);
    return new NewCart(
        fields.optionalInteger("transactionType"),
        new Customer(
            fields.optionalText("userId", MAX_NAME), fields.optionalText("userName", MAX_NAME)),
        fields.optionalFlag("carrySnapshot").orElse(false));
  }

  static List<KeyedItem> items(Json body, Problems problems) {
    return list(
        body,
        problems,
        fields ->
            new KeyedItem(
                fields.text("itemCode", MAX_CODE),
                fields.integer("quantity"),
                fields.optionalMoney("unitPrice"),
                fields.optionalText("supplement", MAX_CODE)));
  }

  static List<DiscountEntry> discounts(Json body, Problems problems) {
    return list(
        body,
        problems,
        fields ->
            new DiscountEntry(
                fields.choice("discountType", DISCOUNT_TYPES, DiscountType.AMOUNT),
                fields.decimal("discountValue"),
                fields.optionalText("discountDetail", MAX_DETAIL)));
  }

  static List<Tender> tenders(Json body, Problems problems) {
    return list(body, problems, CartBodies::tender);
  }

  static Tender tender(ObjectFields fields) {
    return new Tender(
        fields.text("paymentCode", MAX_CODE),
        fields.money("amount"),
        fields.optionalText("detail", MAX_DETAIL));
  }

  static Optional<String> parkingNote(Json body, Problems problems) {
    return fields(body, BODY, problems).optionalText("note", MAX_NAME);
  }

  static int quantity(Json body, Problems problems) {
    return fields(body, BODY, problems).integer("quantity");
  }

  static Money unitPrice(Json body, Problems problems) {
    return fields(body, BODY, problems).money("unitPrice");
  }

  private static <T> List<T> list(Json body, Problems problems, Function<ObjectFields, T> element) {
    return ObjectFields.list(body, BODY, problems, element);
  }

  /** The fields of an object. Any other value is reported as a problem and yields no fields. */
  static ObjectFields fields(Json value, String location, Problems problems) {
    return ObjectFields.of(value, location, problems);
  }
}
