package dev.poscart.adapters.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Parses reference data in the form of the master-data service. */
final class MasterDataJson {

  private MasterDataJson() {}

  static List<Setting> settings(JsonNode json) {
    return elements(json).stream()
        .filter(setting -> !setting.path("name").asText("").isBlank())
        .map(
            setting ->
                new Setting(
                    setting.path("name").asText(),
                    text(setting, "defaultValue"),
                    elements(setting.path("values")).stream()
                        .filter(value -> value.hasNonNull("value"))
                        .map(MasterDataJson::scoped)
                        .toList()))
        .toList();
  }

  /**
   * Depending on its version, the service writes these nested names in camel case or snake case.
   */
  private static Setting.Scoped scoped(JsonNode value) {
    return new Setting.Scoped(
        text(value, "storeCode").or(() -> text(value, "store_code")),
        number(value, "terminalNo").or(() -> number(value, "terminal_no")),
        value.path("value").asText());
  }

  /** Promotions that are active in one store; the service omits all others. */
  static List<Promotion> promotions(String storeCode, JsonNode json) {
    return elements(json).stream()
        .filter(promotion -> !promotion.path("promotionCode").asText("").isBlank())
        .filter(promotion -> promotion.path("detail").path("discountRate").isNumber())
        .map(promotion -> promotion(storeCode, promotion))
        .toList();
  }

  private static Promotion promotion(String storeCode, JsonNode json) {
    JsonNode detail = json.path("detail");
    return new Promotion(
        json.path("promotionCode").asText(),
        json.path("promotionType").asText(""),
        json.path("name").asText(""),
        Optional.empty(),
        Optional.empty(),
        true,
        List.of(storeCode),
        elements(detail.path("targetCategoryCodes")).stream().map(JsonNode::asText).toList(),
        detail.path("discountRate").decimalValue());
  }

  /** Missing flags take the defaults of the kind of payment method. */
  static PaymentMethod paymentMethod(String code, PaymentKind kind, JsonNode json) {
    return new PaymentMethod(
        code,
        json.path("description").asText(""),
        kind,
        new Money(json.path("limitAmount").decimalValue().max(BigDecimal.ZERO)),
        json.path("canRefund").asBoolean(true),
        json.path("canDepositOver").asBoolean(kind.overTender() != OverTender.REFUSED),
        json.path("canChange").asBoolean(kind.overTender() == OverTender.CHANGE),
        json.path("isActive").asBoolean(true));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return Optional.of(json.path(name))
        .filter(value -> !value.isNull() && !value.isMissingNode())
        .map(JsonNode::asText)
        .filter(value -> !value.isEmpty());
  }

  private static Optional<Integer> number(JsonNode json, String name) {
    return Optional.of(json.path(name)).filter(JsonNode::isInt).map(JsonNode::intValue);
  }

  private static List<JsonNode> elements(JsonNode json) {
    return json.isArray()
        ? StreamSupport.stream(json.spliterator(), false).toList()
        : new ArrayList<>();
  }
}
