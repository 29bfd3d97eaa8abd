package dev.poscart.adapters.grpc;

import static dev.poscart.domain.port.PortException.Category.FAILED;
import static dev.poscart.domain.port.PortException.Category.PERMANENT_FAILURE;
import static dev.poscart.domain.port.PortException.Category.TIMEOUT;
import static dev.poscart.domain.port.PortException.Category.UNAVAILABLE;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.port.PortException;
import dev.poscart.proto.ItemDetailResponse;
import dev.poscart.proto.ItemDetailsResponse;
import io.grpc.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the item master's answers mean to the till. */
final class ItemAnswer {

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

  private ItemAnswer() {}

  /**
   * Reads an answer. An answer without a code, or for another code, is a broken master and not a
   * missing item; so is a negative price, and an item without a tax code. The code asked for in
   * another spelling is not another code.
   *
   * @return the item; empty if it is inactive
   * @throws PortException if the answer cannot be trusted
   */
  static Optional<Item> read(String asked, ItemDetailResponse answer) {
    if (!AnswerMatching.areEqual(asked, answer.getItemCode())) {
      throw forAnotherCode(asked, answer.getItemCode());
    }
    if (!answer.getIsActive()) {
      return Optional.empty();
    }
    Money price = price(asked, answer);
    if (price.isNegative()) {
      throw broken(asked, "price: " + price + " (expected: >= 0)");
    }
    if (answer.getTaxCode().isBlank()) {
      throw broken(asked, "the answer has no tax code");
    }
    return Optional.of(item(answer, price));
  }

  private static Money price(String asked, ItemDetailResponse answer) {
    if (!answer.hasDecimalPrice()) {
      return Money.of(answer.getPrice());
    }
    String text = answer.getDecimalPrice();
    // Unchecked, 1e999999999 would be a number with a thousand million digits.
    if (!DECIMAL.matcher(text).matches()) {
      throw broken(asked, "decimal price: '" + text + "' (expected: a decimal number)");
    }
    return Money.of(text);
  }

  /**
   * Reads the answers of one call for many codes.
   *
   * @return the active items by the code asked for
   * @throws PortException if one of them cannot be trusted, or was not asked for
   */
  static Map<String, Item> read(Set<String> asked, ItemDetailsResponse answer) {
    Map<String, Item> items = new HashMap<>();
    AnswerMatching.byCode(asked, answer.getItemsList())
        .forEach(
            (itemCode, one) -> read(itemCode, one).ifPresent(item -> items.put(itemCode, item)));
    return items;
  }

  private static Item item(ItemDetailResponse answer, Money price) {
    return new Item(
        answer.getItemCode(),
        answer.getItemName(),
        Optional.empty(),
        price,
        // The wire carries one price, in which the server has already preferred the store's own.
        Optional.empty(),
        answer.getCategoryCode(),
        answer.getTaxCode(),
        answer.getIsDiscountRestricted(),
        true);
  }

  /** Tells failures that may pass from failures that asking again will not mend. */
  static PortException failure(String asked, Status status) {
    PortException.Category category =
        switch (status.getCode()) {
          case DEADLINE_EXCEEDED -> TIMEOUT;
          case UNAVAILABLE, RESOURCE_EXHAUSTED -> UNAVAILABLE;
          // The server's own failure, with its database or with this one item.
          case ABORTED, CANCELLED, INTERNAL, UNKNOWN -> FAILED;
          default -> PERMANENT_FAILURE;
        };
    return new PortException(
        SharedChannel.PORT,
        category,
        "item " + asked + ": " + status.getCode(),
        status.asRuntimeException());
  }

  static PortException forAnotherCode(String asked, String answered) {
    return broken(asked, "the answer is for code '" + answered + "'");
  }

  private static PortException broken(String asked, String what) {
    return new PortException(SharedChannel.PORT, PERMANENT_FAILURE, "item " + asked + ": " + what);
  }
}
