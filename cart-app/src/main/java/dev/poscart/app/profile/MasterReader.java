package dev.poscart.app.profile;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TaxType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a tenant's payment methods, settings, promotions and taxes. */
final class MasterReader {

  private MasterReader() {}

  static List<PaymentMethod> paymentMethods(ProfileNode tenant) {
    List<PaymentMethod> methods = new ArrayList<>();
    DuplicateCheck codes = new DuplicateCheck();
    for (ProfileNode node :
        tenant.list(
            "paymentMethods",
            "paymentCode",
            "description",
            "kind",
            "limitAmount",
            "canRefund",
            "canDepositOver",
            "canChange",
            "isActive")) {
      String code = node.text("paymentCode");
      codes.add(node.path() + ".paymentCode", code);
      PaymentKind kind = kind(node, code);
      methods.add(
          new PaymentMethod(
              code,
              node.optionalText("description").orElse(""),
              kind,
              new Money(
                  node.decimal("limitAmount", TenantReader.MAX_PRICE).orElse(BigDecimal.ZERO)),
              node.truth("canRefund", true),
              node.truth("canDepositOver", kind.overTender() != OverTender.REFUSED),
              node.truth("canChange", kind.overTender() == OverTender.CHANGE),
              node.truth("isActive", true)));
    }
    return methods;
  }

  /** Without an explicit kind, kugelpos's payment codes imply it. */
  private static PaymentKind kind(ProfileNode node, String code) {
    Optional<String> given = node.optionalText("kind");
    if (given.isEmpty()) {
      return PaymentKind.ofUsualCode(code).orElse(PaymentKind.OTHER);
    }
    return Arrays.stream(PaymentKind.values())
        .filter(kind -> word(kind).equals(given.get()))
        .findFirst()
        .orElseThrow(() -> node.wrong("kind", words()));
  }

  private static String word(PaymentKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String words() {
    return Arrays.stream(PaymentKind.values())
        .map(MasterReader::word)
        .collect(Collectors.joining(" or "));
  }

  static List<Setting> settings(ProfileNode tenant) {
    List<Setting> settings = new ArrayList<>();
    DuplicateCheck names = new DuplicateCheck();
    for (ProfileNode node : tenant.list("settings", "name", "defaultValue", "values")) {
      String name = node.text("name");
      names.add(node.path() + ".name", name);
      List<Setting.Scoped> values = new ArrayList<>();
      DuplicateCheck scopes = new DuplicateCheck();
      for (ProfileNode value : node.list("values", "storeCode", "terminalNo", "value")) {
        Setting.Scoped scoped = scoped(value);
        scopes.add(value.path(), List.of(scoped.storeCode(), scoped.terminalNo()));
        values.add(scoped);
      }
      settings.add(new Setting(name, node.optionalText("defaultValue"), values));
    }
    return settings;
  }

  private static Setting.Scoped scoped(ProfileNode value) {
    Optional<String> storeCode = value.optionalText("storeCode");
    Optional<Integer> terminalNo = value.integer("terminalNo", 0, 999_999_999);
    if (terminalNo.isPresent() && storeCode.isEmpty()) {
      throw value.wrong("storeCode", "the store of the terminal");
    }
    return new Setting.Scoped(
        storeCode,
        terminalNo,
        value.optionalText("value").orElseThrow(() -> value.wrong("value", "a text")));
  }

  static List<Promotion> promotions(ProfileNode tenant) {
    List<Promotion> promotions = new ArrayList<>();
    DuplicateCheck codes = new DuplicateCheck();
    for (ProfileNode node :
        tenant.list(
            "promotions",
            "promotionCode",
            "promotionType",
            "name",
            "startDateTime",
            "endDateTime",
            "isActive",
            "storeCodes",
            "detail")) {
      String code = node.text("promotionCode");
      codes.add(node.path() + ".promotionCode", code);
      Optional<ProfileNode> detail = node.child("detail", "targetCategoryCodes", "discountRate");
      promotions.add(
          new Promotion(
              code,
              node.optionalText("promotionType").orElse("category_discount"),
              node.optionalText("name").orElse(code),
              time(node, "startDateTime"),
              time(node, "endDateTime"),
              node.truth("isActive", true),
              node.texts("storeCodes"),
              detail.map(d -> d.texts("targetCategoryCodes")).orElse(List.of()),
              detail.flatMap(d -> d.decimal("discountRate", 100)).orElse(BigDecimal.ZERO)));
    }
    return promotions;
  }

  private static Optional<OffsetDateTime> time(ProfileNode node, String key) {
    return node.optionalText(key)
        .map(
            text -> {
              try {
                return OffsetDateTime.parse(text);
              } catch (DateTimeException e) {
                throw node.wrong(key, "a time such as 2026-11-23T00:00:00+09:00");
              }
            });
  }

  static Optional<TaxTable> taxes(ProfileNode tenant) {
    List<TaxRule> rules = new ArrayList<>();
    DuplicateCheck codes = new DuplicateCheck();
    for (ProfileNode node :
        tenant.list(
            "taxes", "taxCode", "taxType", "taxName", "rate", "roundDigit", "roundMethod")) {
      String code = node.text("taxCode");
      codes.add(node.path() + ".taxCode", code);
      rules.add(
          new TaxRule(
              code,
              taxType(node),
              node.text("taxName"),
              node.requiredDecimal("rate", 100),
              // Some back offices send -1 for whole yen.
              Math.max(0, node.integer("roundDigit", -1, 2).orElse(0)),
              rounding(node)));
    }
    return rules.isEmpty() ? Optional.empty() : Optional.of(new TaxTable(rules));
  }

  private static TaxType taxType(ProfileNode node) {
    return switch (node.text("taxType")) {
      case "External" -> TaxType.EXTERNAL;
      case "Internal" -> TaxType.INTERNAL;
      case "Exempt" -> TaxType.EXEMPT;
      default -> throw node.wrong("taxType", "External, Internal or Exempt");
    };
  }

  private static RoundingMode rounding(ProfileNode node) {
    return switch (node.optionalText("roundMethod").orElse("Floor")) {
      case "Floor" -> RoundingMode.FLOOR;
      case "Round" -> RoundingMode.HALF_UP;
      case "Ceil" -> RoundingMode.CEILING;
      default -> throw node.wrong("roundMethod", "Floor, Round or Ceil");
    };
  }
}
