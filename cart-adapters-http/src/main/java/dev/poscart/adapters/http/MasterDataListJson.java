package dev.poscart.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.port.MasterDataLists.Category;
import dev.poscart.domain.port.MasterDataLists.Item;
import dev.poscart.domain.port.MasterDataLists.StorePrice;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Parses elements of the master-data service's lists. Throws {@link IllegalArgumentException} for
 * one that cannot be trusted.
 */
final class MasterDataListJson {

  private MasterDataListJson() {}

  static Item item(JsonNode json) {
    return new Item(
        code(json, "itemCode"),
        json.path("description").asText(""),
        ItemJson.price(json, "unitPrice"),
        json.path("categoryCode").asText(""),
        json.path("taxCode").asText(""),
        json.path("isDiscountRestricted").asBoolean(false),
        json.path("isDeleted").asBoolean(false),
        texts(json.path("imageUrls")));
  }

  static StorePrice storePrice(JsonNode json) {
    return new StorePrice(code(json, "itemCode"), ItemJson.price(json, "storePrice"));
  }

  static Category category(JsonNode json) {
    String name = json.path("description").asText("");
    return new Category(
        code(json, "categoryCode"),
        name,
        json.path("descriptionShort").asText(name),
        json.path("taxCode").asText(""));
  }

  /** Methods with codes that kugelpos does not know are refused in a sale, so they are inactive. */
  static PaymentMethod paymentMethod(JsonNode json) {
    String code = code(json, "paymentCode");
    Optional<PaymentKind> kind = PaymentKind.ofUsualCode(code);
    PaymentMethod method = MasterDataJson.paymentMethod(code, kind.orElse(PaymentKind.OTHER), json);
    return kind.isPresent() ? method : method.deactivated();
  }

  private static String code(JsonNode json, String name) {
    String code = json.path(name).asText("");
    if (code.isEmpty()) {
      throw new IllegalArgumentException(name + ": " + json.path(name) + " (expected: a text)");
    }
    return code;
  }

  private static List<String> texts(JsonNode json) {
    return StreamSupport.stream(json.spliterator(), false)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .toList();
  }
}
