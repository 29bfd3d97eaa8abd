package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionTest {

  private static final String FROM = "2026-11-23T10:00:00+09:00";
  private static final String UNTIL = "2026-11-23T18:00:00+09:00";

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:59:59.999999+09:00, false",
    "2026-11-23T10:00:00+09:00, true",
    "2026-11-23T01:00:00Z, true",
    "2026-11-23T18:00:00+09:00, true",
    "2026-11-23T18:00:00.000001+09:00, false",
  })
  void promotion_runsFromStartToEnd_bothInclusive(String now, boolean runs) {
    assertThat(promotion(FROM, UNTIL, true).runsAt("5678", OffsetDateTime.parse(now)))
        .isEqualTo(runs);
  }

  @Test
  void promotionWithoutBounds_alwaysRuns() {
    Promotion promotion = promotion("", "", true);
    assertThat(promotion.runsAt("5678", OffsetDateTime.MIN)).isTrue();
    assertThat(promotion.runsAt("5678", OffsetDateTime.MAX)).isTrue();
  }

  @Test
  void inactivePromotion_neverRuns() {
    assertThat(promotion("", "", false).runsAt("5678", OffsetDateTime.parse(FROM))).isFalse();
  }

  @Test
  void promotion_runsOnlyInItsStores_orInAllIfNoneIsNamed() {
    OffsetDateTime now = OffsetDateTime.parse(FROM);
    assertThat(promotion("", "", true, "1", "5678").runsAt("5678", now)).isTrue();
    assertThat(promotion("", "", true, "1", "2").runsAt("5678", now)).isFalse();
    assertThat(promotion("", "", true).runsAt("5678", now)).isTrue();
  }

  private static Promotion promotion(String start, String end, boolean active, String... stores) {
    return new Promotion(
        "P1",
        "category_discount",
        "offer",
        time(start),
        time(end),
        active,
        List.of(stores),
        List.of("C1"),
        BigDecimal.TEN);
  }

  private static Optional<OffsetDateTime> time(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text));
  }
}
