package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceConfigTest {

  @Test
  void nothingGiven_isTheDemoStoreOnTheEmbeddedParts() {
    ServiceConfig config = ServiceConfig.read(Map.of());
    assertThat(config.demo()).isTrue();
    assertThat(config.host()).isEqualTo("127.0.0.1");
    assertThat(config.port()).isEqualTo(8003);
    assertThat(config.storeProfile()).isEmpty();
    assertThat(config.dataDir()).isEqualTo(Path.of("poscart-data"));
    assertThat(config.mongodbUri()).isEmpty();
    assertThat(config.databasePrefix()).isEqualTo("db_cart");
    assertThat(config.itemMasterTarget()).isEmpty();
    assertThat(config.itemMasterDeadline()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.itemMasterWarmUp()).isTrue();
    assertThat(config.timezone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(config.pricing().discountRounding()).isEqualTo(RoundingMode.HALF_UP);
    assertThat(config.limits().maxQuantity()).isEqualTo(9_999);
    assertThat(config.limits().maxUnitPrice()).hasToString("999999999");
    assertThat(config.maxBodyBytes()).isEqualTo(1_048_576);
    assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.recoveryInterval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.corsOrigins()).isEmpty();
  }

  @Test
  void everyVariable_isRead() {
    ServiceConfig config =
        ServiceConfig.read(
            Map.ofEntries(
                Map.entry(Variable.HOST, "::1"),
                Map.entry(Variable.PORT, "0"),
                Map.entry(Variable.STORE_PROFILE, "shop.json"),
                Map.entry(Variable.DATA_DIR, "/tmp/shop"),
                Map.entry(Variable.MONGODB_URI, "mongodb://db"),
                Map.entry(Variable.DB_NAME_PREFIX, "pos"),
                Map.entry(Variable.MASTER_DATA_GRPC_URL, "master:50051"),
                Map.entry(Variable.GRPC_TIMEOUT, "0.5"),
                Map.entry(Variable.ITEM_MASTER_WARM_UP, "off"),
                Map.entry(Variable.TIMEZONE, "UTC"),
                Map.entry(Variable.ROUND_METHOD_FOR_DISCOUNT, "Floor"),
                Map.entry(Variable.MAX_QUANTITY, "99"),
                Map.entry(Variable.MAX_UNIT_PRICE, "5000"),
                Map.entry(Variable.MAX_BODY_BYTES, "2048"),
                Map.entry(Variable.REQUEST_TIMEOUT_SECONDS, "3"),
                Map.entry(Variable.DRAIN_SECONDS, "1.5"),
                Map.entry(Variable.RECOVERY_INTERVAL_SECONDS, "2"),
                Map.entry(Variable.CORS_ORIGINS, "https://a.example, https://b.example")));
    assertThat(config.demo()).isFalse();
    assertThat(config.host()).isEqualTo("::1");
    assertThat(config.port()).isZero();
    assertThat(config.storeProfile()).contains(Path.of("shop.json"));
    assertThat(config.dataDir()).isEqualTo(Path.of("/tmp/shop"));
    assertThat(config.mongodbUri()).contains("mongodb://db");
    assertThat(config.databasePrefix()).isEqualTo("pos");
    assertThat(config.itemMasterTarget()).contains("master:50051");
    assertThat(config.itemMasterDeadline()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.itemMasterWarmUp()).isFalse();
    assertThat(config.timezone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(config.pricing().discountRounding()).isEqualTo(RoundingMode.FLOOR);
    assertThat(config.limits().maxQuantity()).isEqualTo(99);
    assertThat(config.limits().maxUnitPrice()).hasToString("5000");
    assertThat(config.maxBodyBytes()).isEqualTo(2_048);
    assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.drainTimeout()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(config.recoveryInterval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.corsOrigins()).isEqualTo(List.of("https://a.example", "https://b.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, abc",
    "PORT, 65536",
    "PORT, -1",
    "GRPC_TIMEOUT, 0",
    "GRPC_TIMEOUT, NaN",
    "ITEM_MASTER_WARM_UP, maybe",
    "TIMEZONE, Mars/Olympus",
    "ROUND_METHOD_FOR_DISCOUNT, Up",
    "MAX_QUANTITY, 0",
    "MAX_UNIT_PRICE, 1e9",
    "MAX_BODY_BYTES, 12",
    "REQUEST_TIMEOUT_SECONDS, -3",
    "DRAIN_SECONDS, soon",
    "RECOVERY_INTERVAL_SECONDS, 0"
  })
  void wrongValue_isNamedWithWhatWasExpected(Variable variable, String value) {
    assertThatThrownBy(() -> ServiceConfig.read(Map.of(variable, value)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(variable.name() + ": '" + value + "' (expected: ");
  }

  @Test
  void givenDatabaseWithoutItems_isRefused() {
    assertThatThrownBy(() -> ServiceConfig.read(Map.of(Variable.MONGODB_URI, "mongodb://db")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("MASTER_DATA_GRPC_URL: not given");
  }

  @ParameterizedTest
  @EnumSource
  void help_tellsOfEveryVariable(Variable variable) {
    assertThat(CommandLine.help())
        .contains(variable.option() + ", " + variable.name())
        .contains(variable.meaning());
  }

  @Test
  void option_winsOverTheEnvironment() {
    assertThat(
            CommandLine.parse(
                List.of("serve", "--port", "1", "--data-dir=x=y"),
                Map.of("PORT", "2", "HOST", "h")))
        .isEqualTo(
            new CommandLine.Request.Serve(
                Map.of(Variable.PORT, "1", Variable.DATA_DIR, "x=y", Variable.HOST, "h")));
  }

  @Test
  void help_isAnsweredWhereverItStands() {
    assertThat(CommandLine.parse(List.of("serve", "--help"), Map.of()))
        .isEqualTo(new CommandLine.Request.Help());
  }

  @ParameterizedTest
  @CsvSource({"--prot, 1", "sell, 1", "--port,"})
  void wordWithoutMeaning_isRefused(String first, String second) {
    List<String> words = second == null ? List.of(first) : List.of(first, second);
    assertThatThrownBy(() -> CommandLine.parse(words, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(first);
  }
}
