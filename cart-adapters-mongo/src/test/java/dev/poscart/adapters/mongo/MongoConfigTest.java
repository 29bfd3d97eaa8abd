package dev.poscart.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MongoConfigTest {

  @Test
  void defaults_areAsDocumented() {
    assertThat(MongoConfig.of("mongodb://db.example:27017"))
        .isEqualTo(
            new MongoConfig(
                "mongodb://db.example:27017",
                "db_cart",
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                50));
  }

  @Test
  void connectionString_isNeverPrinted() {
    assertThat(MongoConfig.of("mongodb://till:s3cret@db.example").toString())
        .doesNotContain("s3cret")
        .doesNotContain("till");
    assertThatThrownBy(() -> MongoConfig.of("http://till:s3cret@db.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessage(
            "connectionString: invalid (expected: mongodb://host:port or mongodb+srv://host)");
  }

  @Test
  void invalidDatabasePrefix_isRefused() {
    assertThatThrownBy(() -> TestStores.config("mongodb://db.example", "db.cart"))
        .hasMessage(
            "databasePrefix: 'db.cart' (expected: 1..31 bytes, without spaces and without /\\."
                + " \"$*<>:|?)");
    assertThatThrownBy(() -> TestStores.config("mongodb://db.example", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void valuesOutOfRange_areRefused() {
    assertThatThrownBy(() -> config(Duration.ZERO, Duration.ofSeconds(5), 10))
        .hasMessage("readTimeout: PT0S (expected: PT0.001S..PT5M)");
    assertThatThrownBy(() -> config(Duration.ofMinutes(6), Duration.ofMinutes(7), 10))
        .hasMessage("readTimeout: PT6M (expected: PT0.001S..PT5M)");
    assertThatThrownBy(() -> config(Duration.ofSeconds(6), Duration.ofSeconds(5), 10))
        .hasMessage("operationTimeout: PT5S (expected: at least readTimeout, PT6S)");
    assertThatThrownBy(() -> config(Duration.ofSeconds(3), Duration.ofSeconds(5), 0))
        .hasMessage("maxConnections: 0 (expected: 1..10000)");
  }

  private static MongoConfig config(Duration read, Duration operation, int connections) {
    return new MongoConfig(
        "mongodb://db.example",
        "db_cart",
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        read,
        operation,
        Duration.ofSeconds(2),
        connections);
  }
}
