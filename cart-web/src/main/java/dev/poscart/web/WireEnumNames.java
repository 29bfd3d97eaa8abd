package dev.poscart.web;

import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.ReportKind;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.Terminal;
import java.util.Arrays;
import java.util.Optional;

/** The wire names of the model's enumerations. */
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

  static String of(Terminal.Status status) {
    return switch (status) {
      case IDLE -> "Idle";
      case OPENED -> "Opened";
      case CLOSED -> "Closed";
    };
  }

  static String of(FunctionMode mode) {
    return switch (mode) {
      case MAIN_MENU -> "MainMenu";
      case OPEN_TERMINAL -> "OpenTerminal";
      case SALES -> "Sales";
      case RETURNS -> "Returns";
      case VOID -> "Void";
      case REPORTS -> "Reports";
      case CLOSE_TERMINAL -> "CloseTerminal";
      case JOURNAL -> "Journal";
      case MAINTENANCE -> "Maintenance";
      case CASH_IN_OUT -> "CashInOut";
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

  static String of(EventConsumer consumer) {
    return switch (consumer) {
      case REPORT -> "report";
      case JOURNAL -> "journal";
      case STOCK -> "stock";
    };
  }

  static String of(Acknowledgement.Status status) {
    return switch (status) {
      case PENDING -> "pending";
      case RECEIVED -> "received";
      case FAILED -> "failed";
    };
  }

  static String of(ReportKind kind) {
    return switch (kind) {
      case SALES -> "sales";
      case CATEGORY -> "category";
      case ITEM -> "item";
      case PAYMENT -> "payment";
    };
  }

  static Optional<ReportKind> reportKind(String word) {
    return Arrays.stream(ReportKind.values()).filter(kind -> of(kind).equals(word)).findFirst();
  }
}
