package dev.poscart.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import java.util.Optional;

/** Parses an item in the form of the master-data service. */
final class ItemJson {

  private ItemJson() {}

  /**
   * Reads an item. A faulty one means that the service is faulty, not that the item is missing.
   *
   * @return empty if the item has been deleted
   * @throws IllegalArgumentException if the response cannot be trusted
   */
  static Optional<Item> read(String asked, JsonNode json) {
    String answered = json.path("itemCode").asText("");
    if (!answered.equals(asked)) {
      throw new IllegalArgumentException("the response is for code '" + answered + "'");
    }
    if (json.path("isDeleted").asBoolean(false)) {
      return Optional.empty();
    }
    String taxCode = json.path("taxCode").asText("");
    if (taxCode.isBlank()) {
      throw new IllegalArgumentException("the response has no tax code");
    }
    return Optional.of(
        new Item(
            asked,
            json.path("description").asText(""),
            Optional.empty(),
            price(json, "unitPrice"),
            json.hasNonNull("storePrice")
                ? Optional.of(price(json, "storePrice"))
                : Optional.empty(),
            json.path("categoryCode").asText(""),
            taxCode,
            json.path("isDiscountRestricted").asBoolean(false),
            true));
  }

  /** The money in a field; throws {@link IllegalArgumentException} if it is not a number. */
  static Money price(JsonNode json, String name) {
    JsonNode price = json.path(name);
    if (!price.isNumber()) {
      throw new IllegalArgumentException(name + ": " + price + " (expected: a number)");
    }
    return new Money(price.decimalValue());
  }
}
