package dev.poscart.app.profile;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A tenant's payment methods, promotions and taxes in a store profile. */
final class ReferenceEntries {

  private ReferenceEntries() {}

  record PaymentMethodEntry(
      String paymentCode,
      Optional<String> description,
      Optional<PaymentKind> kind,
      Optional<Money> limitAmount,
      Optional<Boolean> canRefund,
      Optional<Boolean> canDepositOver,
      Optional<Boolean> canChange,
      Optional<Boolean> isActive) {

    /** Without an explicit kind, kugelpos's payment codes imply it. */
    PaymentMethod method() {
      PaymentKind used =
          kind.or(() -> PaymentKind.ofUsualCode(paymentCode)).orElse(PaymentKind.OTHER);
      return new PaymentMethod(
          paymentCode,
          description.orElse(""),
          used,
          limitAmount.orElse(Money.ZERO),
          canRefund.orElse(true),
          canDepositOver.orElse(used.overTender() != OverTender.REFUSED),
          canChange.orElse(used.overTender() == OverTender.CHANGE),
          isActive.orElse(true));
    }
  }

  record PromotionEntry(
      String promotionCode,
      Optional<String> promotionType,
      Optional<String> name,
      Optional<OffsetDateTime> startDateTime,
      Optional<OffsetDateTime> endDateTime,
      Optional<Boolean> isActive,
      List<String> storeCodes,
      Optional<DiscountEntry> detail) {

    Promotion promotion() {
      return new Promotion(
          promotionCode,
          promotionType.orElse("category_discount"),
          name.orElse(promotionCode),
          startDateTime,
          endDateTime,
          isActive.orElse(true),
          storeCodes,
          detail.map(DiscountEntry::targetCategoryCodes).orElse(List.of()),
          detail.flatMap(DiscountEntry::discountRate).orElse(BigDecimal.ZERO));
    }
  }

  record DiscountEntry(List<String> targetCategoryCodes, Optional<BigDecimal> discountRate) {}

  record TaxEntry(
      String taxCode,
      TaxType taxType,
      String taxName,
      BigDecimal rate,
      Optional<RoundDigit> roundDigit,
      Optional<RoundMethod> roundMethod) {

    TaxEntry {
      ProfileChecks.requireText("taxName", taxName);
    }

    TaxRule rule() {
      return new TaxRule(
          taxCode,
          taxType,
          taxName,
          rate,
          roundDigit.map(RoundDigit::decimals).orElse(0),
          roundMethod.orElse(RoundMethod.FLOOR).mode);
    }
  }

  enum RoundMethod {
    FLOOR(RoundingMode.FLOOR),
    ROUND(RoundingMode.HALF_UP),
    CEIL(RoundingMode.CEILING);

    private final RoundingMode mode;

    RoundMethod(RoundingMode mode) {
      this.mode = mode;
    }
  }

  /** Decimal places of a rounded tax. */
  record RoundDigit(int given) {

    /** Some back offices send -1 for whole yen. */
    int decimals() {
      return Math.max(0, given);
    }
  }
}
