package dev.poscart.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.RandomSales;
import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Transaction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundTripTest {

  private static final int DOCUMENTS = 2_000;

  @Test
  void anyCart_survivesWritingAndReading() {
    Seeds.each(
        DOCUMENTS,
        seed -> {
          Cart cart = new RandomSales(seed).cart();

          Map<String, Object> document = CartDocument.write(cart);

          assertThat(document).matches(RoundTripTest::isPlain, "is plain");
          assertThat(CartDocument.read(document)).isEqualTo(cart);
        });
  }

  @Test
  void anyTransaction_survivesWritingAndReading() {
    Seeds.each(
        DOCUMENTS,
        seed -> {
          Transaction transaction = new RandomSales(seed).transaction();

          Map<String, Object> document = TransactionDocument.write(transaction);

          assertThat(document).matches(RoundTripTest::isPlain, "is plain");
          assertThat(TransactionDocument.read(document)).isEqualTo(transaction);
        });
  }

  /** Stores know these types and no other. */
  private static boolean isPlain(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.keySet().stream().allMatch(String.class::isInstance)
          && map.values().stream().allMatch(RoundTripTest::isPlain);
    }
    if (value instanceof List<?> list) {
      return list.stream().allMatch(RoundTripTest::isPlain);
    }
    return value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof BigDecimal;
  }
}
