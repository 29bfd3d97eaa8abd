package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that contradict each other. */
class RefusedConfigTest {

  private static final Map<Variable, String> OWN_SHOP = Map.of(Variable.STORE_PROFILE, "shop.json");

  @Test
  void carts_mayBeKeptForever() {
    assertThat(ServiceConfig.read(Map.of(Variable.CART_RETENTION_DAYS, "0")).cartsKept()).isEmpty();
  }

  @Test
  void carts_areKeptAtLeastAsLongAsAnswers() {
    Map<Variable, String> given = new EnumMap<>(Variable.class);
    given.put(Variable.IDEMPOTENCY_TTL_HOURS, "193");
    given.put(Variable.CART_RETENTION_DAYS, "8");
    assertThatThrownBy(() -> ServiceConfig.read(given))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "CART_RETENTION_DAYS: '8' (expected: 0, or a whole number of days from 9 to 36500,"
                + " with IDEMPOTENCY_TTL_HOURS 193)");

    given.put(Variable.IDEMPOTENCY_TTL_HOURS, "192");
    assertThat(ServiceConfig.read(given).cartsKept()).contains(Duration.ofDays(8));
    given.put(Variable.CART_RETENTION_DAYS, "7");
    given.put(Variable.IDEMPOTENCY_TTL_HOURS, "168");
    assertThat(ServiceConfig.read(given).cartsKept()).contains(Duration.ofDays(7));
  }

  @Test
  void databaseWithoutItems_isRefused() {
    assertThatThrownBy(() -> ServiceConfig.read(Map.of(Variable.MONGODB_URI, "mongodb://db")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("MASTER_DATA_GRPC_URL: not set");
  }

  @Test
  void aTerminalServiceWithoutItems_isRefused() {
    Map<Variable, String> given = new EnumMap<>(Variable.class);
    given.put(Variable.BASE_URL_TERMINAL, "http://terminal:8001/api/v1");
    assertThatThrownBy(() -> ServiceConfig.read(given))
        .hasMessageStartingWith("MASTER_DATA_GRPC_URL: not set")
        .hasMessageContaining("with BASE_URL_TERMINAL and without STORE_PROFILE");

    given.put(Variable.MASTER_DATA_GRPC_URL, "master-data:50051");
    ServiceConfig config = ServiceConfig.read(given);

    assertThat(config.demo()).isFalse();
    assertThat(config.host()).isEqualTo("0.0.0.0");
    assertThat(config.access().signingKey()).isEmpty();
    assertThat(config.peers().terminalService().orElseThrow().base())
        .hasToString("http://terminal:8001/api/v1");
  }

  @Test
  void d8_outsideTheDemo_thereIsNoDefaultSecret() {
    assertThat(ServiceConfig.read(OWN_SHOP).access().signingKey()).isEmpty();
  }

  @Test
  void d8_publicSecret_isAllowedOnlyInTheDemo() {
    String secret = "test-secret-key-for-development-only";
    assertThat(ServiceConfig.read(Map.of(Variable.SECRET_KEY, secret)).access().signingKey())
        .isPresent();
    Map<Variable, String> shop = new EnumMap<>(OWN_SHOP);
    shop.put(Variable.SECRET_KEY, secret);
    assertThatThrownBy(() -> ServiceConfig.read(shop))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("SECRET_KEY: the public development key (expected: ");
  }

  @Test
  void d8_secret_isNeverShown() {
    String tooShort = "secret-of-31-bytes-is-too-short";
    assertThatThrownBy(() -> ServiceConfig.read(Map.of(Variable.SECRET_KEY, tooShort)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("SECRET_KEY: 31 bytes (expected: at least 32)");
    assertThat(
            ServiceConfig.read(Map.of(Variable.SECRET_KEY, SettingDefaultsTest.OWN_SECRET))
                .toString())
        .doesNotContain(SettingDefaultsTest.OWN_SECRET);
  }
}
