package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Promotion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes and reads promotions; their details are in the words of the master data. */
final class PromotionForm {

  private PromotionForm() {}

  static void write(DocumentWriter document, Promotion promotion, String tenantId) {
    document
        .putNull("created_at", "description")
        .putObject("detail", promotion, PromotionForm::writeDetail)
        .put("end_datetime", promotion.end().map(DocumentWriter::masterText))
        .putNull("etag")
        .put("is_active", promotion.active())
        .put("name", promotion.name())
        .put("promotion_code", promotion.promotionCode())
        .put("promotion_type", promotion.promotionType())
        .putNull("shard_key")
        .put("start_datetime", promotion.start().map(DocumentWriter::masterText))
        .put("tenant_id", tenantId)
        .putNull("updated_at");
  }

  private static void writeDetail(DocumentWriter detail, Promotion promotion) {
    detail
        .put("discountRate", promotion.discountRate())
        .putTexts("targetCategoryCodes", promotion.targetCategoryCodes())
        .putTexts("targetStoreCodes", promotion.storeCodes());
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
