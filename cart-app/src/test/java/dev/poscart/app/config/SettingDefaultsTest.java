package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.ChannelSecurity;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.pricing.DiscountRounding;
import dev.poscart.domain.pricing.DiscountRounding.Unit;
import dev.poscart.domain.pricing.TaxRounding;
import dev.poscart.domain.usecase.access.TokenRules;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each setting by itself: its default, and how another value is read. */
class SettingDefaultsTest {

  static final String OWN_SECRET = "a-secret-of-our-own-with-enough-bytes";

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private record Setting(
      Variable variable,
      Function<ServiceConfig, Object> read,
      Object byDefault,
      String given,
      Object expected) {

    @Override
    public String toString() {
      return variable + "=" + given;
    }
  }

  /** A component of the configuration, and its default. */
  private record Component(Function<ServiceConfig, Object> read, Object byDefault) {

    Setting read(Variable variable, String given, Object expected) {
      return new Setting(variable, read, byDefault, given, expected);
    }
  }

  static Stream<Setting> settings() {
    return Stream.of(
            addresses(),
            itemMaster(),
            pricing(),
            limits(),
            days(),
            times(),
            access(),
            terminalCache())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void setting_hasADefault_andIsRead(Setting setting) {
    assertThat(setting.read().apply(ServiceConfig.read(Map.of()))).isEqualTo(setting.byDefault());
    assertThat(
            setting.read().apply(ServiceConfig.read(Map.of(setting.variable(), setting.given()))))
        .isEqualTo(setting.expected());
  }

  @Test
  void settingsGivenTogether_areAllRead() {
    ServiceConfig config =
        ServiceConfig.read(
            Map.of(
                Variable.STORE_PROFILE, "shop.json",
                Variable.PORT, "0",
                Variable.MONGODB_URI, "mongodb://db",
                Variable.SECRET_KEY, OWN_SECRET));

    assertThat(config.demo()).isFalse();
    assertThat(config.storeProfile()).contains(Path.of("shop.json"));
    assertThat(config.port()).isZero();
    assertThat(config.data().mongodbUri()).contains("mongodb://db");
    assertThat(config.access().signingKey().orElseThrow().bytes())
        .isEqualTo(OWN_SECRET.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void byDefault_theDemoStoreRunsWithoutEncryption() {
    ServiceConfig config = ServiceConfig.read(Map.of());

    assertThat(config.demo()).isTrue();
    assertThat(config.storeProfile()).isEmpty();
    assertThat(config.data().mongodbUri()).isEmpty();
    assertThat(config.itemMaster().lookup()).isEqualTo(LookupConfig.defaults());
    assertThat(config.itemMaster().security()).isEqualTo(ChannelSecurity.plaintext());
    assertThat(config.access().signingKey()).contains(SigningKey.DEMO);
  }

  private static List<Setting> addresses() {
    return List.of(
        new Component(ServiceConfig::host, "127.0.0.1").read(Variable.HOST, "::1", "::1"),
        new Component(ServiceConfig::port, 8003).read(Variable.PORT, "0", 0),
        new Component(config -> config.data().dataDir(), Path.of("poscart-data"))
            .read(Variable.DATA_DIR, "/tmp/shop", Path.of("/tmp/shop")),
        new Component(config -> config.data().databasePrefix(), "db_cart")
            .read(Variable.DB_NAME_PREFIX, "pos", "pos"));
  }

  private static List<Setting> itemMaster() {
    return List.of(
        new Component(config -> config.itemMaster().target(), Optional.empty())
            .read(Variable.MASTER_DATA_GRPC_URL, "master:50051", Optional.of("master:50051")),
        new Component(config -> config.itemMaster().deadline(), Duration.ofSeconds(5))
            .read(Variable.GRPC_TIMEOUT, "0.5", Duration.ofMillis(500)),
        new Component(config -> config.itemMaster().warmUp(), true)
            .read(Variable.ITEM_MASTER_WARM_UP, "off", false));
  }

  private static List<Setting> pricing() {
    Component discounts =
        new Component(
            config -> config.pricing().discountRounding(),
            new DiscountRounding(RoundingMode.HALF_UP, Unit.PIECE));
    return List.of(
        discounts.read(
            Variable.ROUND_METHOD_FOR_DISCOUNT,
            "Floor",
            new DiscountRounding(RoundingMode.FLOOR, Unit.PIECE)),
        discounts.read(
            Variable.DISCOUNT_ROUNDING,
            "line",
            new DiscountRounding(RoundingMode.HALF_UP, Unit.LINE)),
        new Component(config -> config.pricing().taxRounding(), TaxRounding.CODE)
            .read(Variable.TAX_ROUNDING, "rate", TaxRounding.RATE));
  }

  private static List<Setting> limits() {
    return List.of(
        new Component(config -> config.limits().maxQuantity(), 9_999)
            .read(Variable.MAX_QUANTITY, "99", 99),
        new Component(config -> config.limits().maxUnitPrice().toString(), "999999999")
            .read(Variable.MAX_UNIT_PRICE, "5000", "5000"),
        new Component(ServiceConfig::maxBodyBytes, 1_048_576)
            .read(Variable.MAX_BODY_BYTES, "2048", 2_048));
  }

  private static List<Setting> days() {
    Component calendar =
        new Component(
            ServiceConfig::businessCalendar, new BusinessCalendar(TOKYO, LocalTime.MIDNIGHT));
    return List.of(
        calendar.read(
            Variable.TIMEZONE, "UTC", new BusinessCalendar(ZoneId.of("UTC"), LocalTime.MIDNIGHT)),
        calendar.read(
            Variable.BUSINESS_DAY_STARTS_AT,
            "05:30",
            new BusinessCalendar(TOKYO, LocalTime.of(5, 30))));
  }

  private static List<Setting> times() {
    return List.of(
        seconds(Variable.REQUEST_TIMEOUT_SECONDS, ServiceConfig::requestTimeout, 30, "3", 3),
        seconds(
            Variable.IDEMPOTENCY_TTL_HOURS,
            ServiceConfig::idempotencyRetention,
            86_400,
            "7",
            25_200),
        new Component(ServiceConfig::cartsKept, Optional.of(Duration.ofDays(90)))
            .read(Variable.CART_RETENTION_DAYS, "8", Optional.of(Duration.ofDays(8))),
        new Component(ServiceConfig::drainTimeout, Duration.ofSeconds(10))
            .read(Variable.DRAIN_SECONDS, "1.5", Duration.ofMillis(1_500)),
        seconds(Variable.REFERENCE_CACHE_TTL_SECONDS, ServiceConfig::referenceCacheTtl, 60, "0", 0),
        seconds(Variable.RECOVERY_INTERVAL_SECONDS, ServiceConfig::recoveryInterval, 5, "2", 2));
  }

  private static List<Setting> access() {
    Component tokens =
        new Component(config -> config.access().tokens(), new TokenRules(Duration.ofDays(1), true));
    return List.of(
        tokens.read(
            Variable.TERMINAL_TOKEN_MAX_AGE_SECONDS,
            "60",
            new TokenRules(Duration.ofMinutes(1), true)),
        tokens.read(
            Variable.TERMINAL_TOKEN_CHECK, "false", new TokenRules(Duration.ofDays(1), false)),
        new Component(config -> config.tracing().serviceName(), "poscart")
            .read(Variable.OTEL_SERVICE_NAME, "till", "till"),
        new Component(config -> config.server().registerOrigins(), List.of())
            .read(
                Variable.REGISTER_API_ORIGINS,
                "https://a.example, http://10.0.0.5:8003",
                List.of("https://a.example", "http://10.0.0.5:8003")),
        new Component(ServiceConfig::corsOrigins, List.of())
            .read(
                Variable.CORS_ORIGINS,
                "https://a.example, https://b.example",
                List.of("https://a.example", "https://b.example")));
  }

  private static List<Setting> terminalCache() {
    Duration minutes = Duration.ofMinutes(5);
    Component cache =
        new Component(
            config -> config.access().terminalCache(),
            new TerminalCacheRules(true, minutes, 10_000));
    return List.of(
        cache.read(
            Variable.USE_TERMINAL_CACHE, "false", new TerminalCacheRules(false, minutes, 10_000)),
        cache.read(
            Variable.TERMINAL_CACHE_TTL_SECONDS,
            "7",
            new TerminalCacheRules(true, Duration.ofSeconds(7), 10_000)));
  }

  private static Setting seconds(
      Variable variable,
      Function<ServiceConfig, Object> read,
      long byDefault,
      String given,
      long expected) {
    return new Setting(
        variable, read, Duration.ofSeconds(byDefault), given, Duration.ofSeconds(expected));
  }
}
