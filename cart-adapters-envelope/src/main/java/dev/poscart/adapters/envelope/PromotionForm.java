package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Promotion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes and reads promotions; their details are in the words of the master data. */
final class PromotionForm {

  private PromotionForm() {}

  static Map<String, ?> write(Promotion promotion, String tenantId) {
    return new DocumentWriter()
        .putUnstored()
        .put("tenant_id", tenantId)
        .put("promotion_code", promotion.promotionCode())
        .put("promotion_type", promotion.promotionType())
        .put("name", promotion.name())
        .putNull("description")
        .put("start_datetime", promotion.start().map(DocumentWriter::masterText))
        .put("end_datetime", promotion.end().map(DocumentWriter::masterText))
        .put("is_active", promotion.active())
        .put(
            "detail",
            new DocumentWriter()
                .put("targetStoreCodes", promotion.storeCodes())
                .put("targetCategoryCodes", promotion.targetCategoryCodes())
                .put("discountRate", promotion.discountRate())
                .make())
        .make();
  }

  static Promotion read(DocumentFields fields) throws MalformedEnvelopeException {
    Optional<DocumentFields> detail = fields.optionalObject("detail");
    return new Promotion(
        fields.text("promotion_code"),
        fields.text("promotion_type"),
        fields.textOr("name", ""),
        fields.optionalTime("start_datetime"),
        fields.optionalTime("end_datetime"),
        fields.flag("is_active"),
        detail.isPresent() ? detail.get().texts("targetStoreCodes") : List.of(),
        detail.isPresent() ? detail.get().texts("targetCategoryCodes") : List.of(),
        detail.isPresent() ? detail.get().decimal("discountRate") : BigDecimal.ZERO);
  }
}
