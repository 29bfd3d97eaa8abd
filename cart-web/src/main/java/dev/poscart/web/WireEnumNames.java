package dev.poscart.web;

import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.EntryField;
import dev.poscart.domain.model.TaxType;

/** The wire names of the model's enumerations and fields. */
final class WireEnumNames {

  private WireEnumNames() {}

  static String of(CartStatus status) {
    return switch (status) {
      case IDLE -> "Idle";
      case ENTERING_ITEM -> "EnteringItem";
      case PAYING -> "Paying";
      case COMPLETED -> "Completed";
      case CANCELLED -> "Cancelled";
    };
  }

  static String of(DiscountType type) {
    return switch (type) {
      case AMOUNT -> "DiscountAmount";
      case PERCENTAGE -> "DiscountPercentage";
    };
  }

  static String of(TaxType type) {
    return switch (type) {
      case EXTERNAL -> "External";
      case INTERNAL -> "Internal";
      case EXEMPT -> "Exempt";
    };
  }

  /** The location of a field in the body, such as {@code body -> 0 -> itemCode}. */
  static String location(EntryField field) {
    String name =
        switch (field.name()) {
          case ITEM_CODE -> "itemCode";
          case SUPPLEMENT -> "supplement";
        };
    return CartBodies.BODY + " -> " + field.entry() + " -> " + name;
  }
}
