package dev.poscart.adapters.grpc;

import static dev.poscart.domain.port.PortException.Category.BROKEN;
import static dev.poscart.domain.port.PortException.Category.TIMEOUT;
import static dev.poscart.domain.port.PortException.Category.UNAVAILABLE;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.port.PortException;
import dev.poscart.proto.ItemDetailResponse;
import io.grpc.Status;
import java.util.Optional;

/** What the item master's answers mean to the till. */
final class ItemAnswer {

  private ItemAnswer() {}

  /**
   * Reads an answer. An answer without a code, or for another code, is a broken master and not a
   * missing item; so is a negative price, and an item without a tax code.
   *
   * @return the item; empty if it is inactive
   * @throws PortException if the answer cannot be trusted
   */
  static Optional<Item> read(String asked, ItemDetailResponse answer) {
    if (!answer.getItemCode().equals(asked)) {
      throw broken(asked, "the answer is for code '" + answer.getItemCode() + "'");
    }
    if (!answer.getIsActive()) {
      return Optional.empty();
    }
    if (answer.getPrice() < 0) {
      throw broken(asked, "price: " + answer.getPrice() + " (expected: >= 0)");
    }
    if (answer.getTaxCode().isBlank()) {
      throw broken(asked, "the answer has no tax code");
    }
    return Optional.of(item(answer));
  }

  private static Item item(ItemDetailResponse answer) {
    return new Item(
        answer.getItemCode(),
        answer.getItemName(),
        Optional.empty(),
        Money.of(answer.getPrice()),
        // The wire carries one price, in which the server has already preferred the store's own.
        Optional.empty(),
        answer.getCategoryCode(),
        answer.getTaxCode(),
        false,
        true);
  }

  /** Tells trouble that may pass from trouble that asking again will not mend. */
  static PortException failure(String asked, Status status) {
    PortException.Category category =
        switch (status.getCode()) {
          case DEADLINE_EXCEEDED -> TIMEOUT;
          // INTERNAL and UNKNOWN are how servers report that their own database is down.
          case UNAVAILABLE, RESOURCE_EXHAUSTED, ABORTED, CANCELLED, INTERNAL, UNKNOWN ->
              UNAVAILABLE;
          default -> BROKEN;
        };
    return new PortException(
        ItemMasterChannel.PORT,
        category,
        "item " + asked + ": " + status.getCode(),
        status.asRuntimeException());
  }

  private static PortException broken(String asked, String what) {
    return new PortException(ItemMasterChannel.PORT, BROKEN, "item " + asked + ": " + what);
  }
}
