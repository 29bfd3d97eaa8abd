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

/** Interprets the responses of the item master. */
final class ItemAnswer {

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

  private ItemAnswer() {}

  /**
   * Reads a response. A response without a code or for another code means that the item master is
   * faulty, not that the item is missing; likewise a negative price or a missing tax code. An equal
   * code in another notation is accepted.
   *
   * @return the item; empty if it is inactive
   * @throws PortException if the response cannot be trusted
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
      throw broken(asked, "the response has no tax code");
    }
    return Optional.of(item(answer, price));
  }

  private static Money price(String asked, ItemDetailResponse answer) {
    if (!answer.hasDecimalPrice()) {
      return Money.of(answer.getPrice());
    }
    String text = answer.getDecimalPrice();
    // Without this check, 1e999999999 would expand to a number with a billion digits.
    if (!DECIMAL.matcher(text).matches()) {
      throw broken(asked, "decimal price: '" + text + "' (expected: a decimal number)");
    }
    return Money.of(text);
  }

  /**
   * Reads the response of a batch call.
   *
   * @return the active items by requested code
   * @throws PortException if one of them cannot be trusted or was not requested
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
        // The message has a single price, for which the server has already preferred the store's
        // own.
        Optional.empty(),
        answer.getCategoryCode(),
        answer.getTaxCode(),
        answer.getIsDiscountRestricted(),
        true);
  }

  /** Distinguishes temporary failures from those that a retry cannot solve. */
  static PortException failure(String asked, Status status) {
    PortException.Category category =
        switch (status.getCode()) {
          case DEADLINE_EXCEEDED -> TIMEOUT;
          case UNAVAILABLE, RESOURCE_EXHAUSTED -> UNAVAILABLE;
          // The server's own failure, with its database or with this item.
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
    return broken(asked, "the response is for code '" + answered + "'");
  }

  private static PortException broken(String asked, String what) {
    return new PortException(SharedChannel.PORT, PERMANENT_FAILURE, "item " + asked + ": " + what);
  }
}
