package dev.poscart.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.port.PortException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

class BsonDocumentsTest {

  @Test
  void document_survivesConversionBothWays() {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("text", "税");
    plain.put("flag", true);
    plain.put("whole", 7);
    plain.put("long", 5_000_000_000L);
    plain.put("decimal", new BigDecimal("-1.50"));
    plain.put("digits34", new BigDecimal("0.1234567890123456789012345678901234"));
    plain.put("list", Arrays.asList("a", null, List.of(1, Map.of("deep", new BigDecimal("2")))));
    plain.put("object", Map.of("amount", new BigDecimal("3")));

    Document bson = BsonDocuments.toBson(plain);

    assertThat(bson.get("decimal")).isEqualTo(Decimal128.parse("-1.50"));
    assertThat(BsonDocuments.toPlain(bson)).isEqualTo(plain);
  }

  @Test
  void declaredFieldWithoutValue_isKept() {
    Document bson = new Document("empty", null);

    assertThat(BsonDocuments.toPlain(bson)).containsKey("empty");
    assertThat(BsonDocuments.toBson(BsonDocuments.toPlain(bson))).isEqualTo(bson);
  }

  @Test
  void number_beyondDecimal128_isRefused() {
    BigDecimal digits35 = new BigDecimal("12345678901234567890123456789012345");

    assertThatThrownBy(() -> BsonDocuments.toBson(Map.of("price", digits35)))
        .isInstanceOf(PortException.class)
        .hasMessage(
            "mongo PERMANENT_FAILURE: price: too many digits (expected: a number of at most 34)");
  }

  @Test
  void floatingPointNumber_isReadAsItsShortestDecimal_andAlwaysComesFromADecimal() {
    assertThatThrownBy(() -> BsonDocuments.toBson(Map.of("price", 0.1)))
        .hasMessageStartingWith("mongo PERMANENT_FAILURE: price: a Double (expected:");
    assertThat(BsonDocuments.toPlain(new Document("price", 0.1)))
        .containsEntry("price", new BigDecimal("0.1"));
    assertThatThrownBy(() -> BsonDocuments.toPlain(new Document("price", Double.NaN)))
        .hasMessage("mongo PERMANENT_FAILURE: price: NaN (expected: a finite decimal number)");
  }

  @Test
  void infinity_isRefused() {
    assertThatThrownBy(
            () -> BsonDocuments.toPlain(new Document("price", Decimal128.POSITIVE_INFINITY)))
        .hasMessage(
            "mongo PERMANENT_FAILURE: price: infinite or not a number (expected: a finite decimal"
                + " number)");
  }

  /** Kugelpos stores amounts as 64-bit binary floating point. */
  @Test
  void amountsOfUpToThirteenDigits_areTheSameForKugelpos() {
    Random random = new Random(13);
    for (int i = 0; i < 100_000; i++) {
      long units = random.nextLong(-9_999_999_999_999L, 10_000_000_000_000L);
      BigDecimal amount = BigDecimal.valueOf(units, random.nextInt(3));

      Document stored = BsonDocuments.toKugelposBson(Map.of("amount", amount));

      assertThat(stored.get("amount")).isInstanceOf(Double.class);
      assertThat((BigDecimal) BsonDocuments.toPlain(stored).get("amount"))
          .isEqualByComparingTo(amount);
    }
  }

  @Test
  void numberWithMoreDigitsThanABinaryOneKeeps_isStoredExactlyForKugelposToo() {
    BigDecimal digits19 = new BigDecimal("12345678901234567.89");

    assertThat(BsonDocuments.toKugelposBson(Map.of("amount", digits19)))
        .containsEntry("amount", new Decimal128(digits19));
  }
}
