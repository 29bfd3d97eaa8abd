package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.adapters.grpc.ChannelSecurity;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.pricing.DiscountRounding;
import dev.poscart.domain.pricing.TaxRounding;
import dev.poscart.domain.usecase.access.TokenRules;
import dev.poscart.web.TestCertificate;
import dev.poscart.web.load.LoadLimits;
import dev.poscart.web.tls.TlsFiles;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceConfigTest {

  static final String OWN_SECRET = "a-secret-of-our-own-with-enough-bytes";

  @Test
  void nothingGiven_isTheDemoStoreOnTheEmbeddedParts() {
    ServiceConfig config = ServiceConfig.read(Map.of());
    assertThat(config.demo()).isTrue();
    assertThat(config.host()).isEqualTo("127.0.0.1");
    assertThat(config.port()).isEqualTo(8003);
    assertThat(config.storeProfile()).isEmpty();
    assertThat(config.data().dataDir()).isEqualTo(Path.of("poscart-data"));
    assertThat(config.data().mongodbUri()).isEmpty();
    assertThat(config.data().databasePrefix()).isEqualTo("db_cart");
    assertThat(config.itemMaster().target()).isEmpty();
    assertThat(config.itemMaster().deadline()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.itemMaster().warmUp()).isTrue();
    assertThat(config.itemMaster().lookup()).isEqualTo(LookupConfig.defaults());
    assertThat(config.itemMaster().security()).isEqualTo(ChannelSecurity.plaintext());
    assertThat(config.pricing().discountRounding())
        .isEqualTo(new DiscountRounding(RoundingMode.HALF_UP, DiscountRounding.Unit.PIECE));
    assertThat(config.businessCalendar())
        .isEqualTo(new BusinessCalendar(ZoneId.of("Asia/Tokyo"), LocalTime.of(0, 0)));
    assertThat(config.pricing().taxRounding()).isEqualTo(TaxRounding.CODE);
    assertThat(config.limits().maxQuantity()).isEqualTo(9_999);
    assertThat(config.limits().maxUnitPrice()).hasToString("999999999");
    assertThat(config.maxBodyBytes()).isEqualTo(1_048_576);
    assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.idempotencyRetention()).isEqualTo(Duration.ofHours(24));
    assertThat(config.cartsKept()).contains(Duration.ofDays(90));
    assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.referenceCacheTtl()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.recoveryInterval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.corsOrigins()).isEmpty();
    assertThat(config.access().signingKey()).contains(SigningKey.DEMO);
    assertThat(config.access().tokens()).isEqualTo(new TokenRules(Duration.ofDays(1), true));
    assertThat(config.access().terminalCache())
        .isEqualTo(new TerminalCacheRules(true, Duration.ofMinutes(5), 10_000));
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
                Map.entry(Variable.BUSINESS_DAY_STARTS_AT, "05:30"),
                Map.entry(Variable.ROUND_METHOD_FOR_DISCOUNT, "Floor"),
                Map.entry(Variable.DISCOUNT_ROUNDING, "line"),
                Map.entry(Variable.TAX_ROUNDING, "rate"),
                Map.entry(Variable.MAX_QUANTITY, "99"),
                Map.entry(Variable.MAX_UNIT_PRICE, "5000"),
                Map.entry(Variable.MAX_BODY_BYTES, "2048"),
                Map.entry(Variable.REQUEST_TIMEOUT_SECONDS, "3"),
                Map.entry(Variable.IDEMPOTENCY_TTL_HOURS, "7"),
                Map.entry(Variable.CART_RETENTION_DAYS, "8"),
                Map.entry(Variable.DRAIN_SECONDS, "1.5"),
                Map.entry(Variable.REFERENCE_CACHE_TTL_SECONDS, "0"),
                Map.entry(Variable.RECOVERY_INTERVAL_SECONDS, "2"),
                Map.entry(Variable.SECRET_KEY, OWN_SECRET),
                Map.entry(Variable.TERMINAL_TOKEN_MAX_AGE_SECONDS, "60"),
                Map.entry(Variable.TERMINAL_TOKEN_CHECK, "false"),
                Map.entry(Variable.USE_TERMINAL_CACHE, "false"),
                Map.entry(Variable.TERMINAL_CACHE_TTL_SECONDS, "7"),
                Map.entry(Variable.CORS_ORIGINS, "https://a.example, https://b.example")));
    assertThat(config.demo()).isFalse();
    assertThat(config.host()).isEqualTo("::1");
    assertThat(config.port()).isZero();
    assertThat(config.storeProfile()).contains(Path.of("shop.json"));
    assertThat(config.data().dataDir()).isEqualTo(Path.of("/tmp/shop"));
    assertThat(config.data().mongodbUri()).contains("mongodb://db");
    assertThat(config.data().databasePrefix()).isEqualTo("pos");
    assertThat(config.itemMaster().target()).contains("master:50051");
    assertThat(config.itemMaster().deadline()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.itemMaster().warmUp()).isFalse();
    assertThat(config.pricing().discountRounding())
        .isEqualTo(new DiscountRounding(RoundingMode.FLOOR, DiscountRounding.Unit.LINE));
    assertThat(config.businessCalendar())
        .isEqualTo(new BusinessCalendar(ZoneId.of("UTC"), LocalTime.of(5, 30)));
    assertThat(config.pricing().taxRounding()).isEqualTo(TaxRounding.RATE);
    assertThat(config.limits().maxQuantity()).isEqualTo(99);
    assertThat(config.limits().maxUnitPrice()).hasToString("5000");
    assertThat(config.maxBodyBytes()).isEqualTo(2_048);
    assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.idempotencyRetention()).isEqualTo(Duration.ofHours(7));
    assertThat(config.cartsKept()).contains(Duration.ofDays(8));
    assertThat(config.drainTimeout()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(config.referenceCacheTtl()).isEqualTo(Duration.ZERO);
    assertThat(config.recoveryInterval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.access().signingKey().orElseThrow().bytes())
        .isEqualTo(OWN_SECRET.getBytes(StandardCharsets.UTF_8));
    assertThat(config.access().tokens()).isEqualTo(new TokenRules(Duration.ofMinutes(1), false));
    assertThat(config.access().terminalCache())
        .isEqualTo(new TerminalCacheRules(false, Duration.ofSeconds(7), 10_000));
    assertThat(config.corsOrigins()).isEqualTo(List.of("https://a.example", "https://b.example"));
  }

  @Test
  void everyStandardSetting_isRead_andNumbersAreChecked() {
    assertThat(ServiceConfig.read(Map.of()).defaultSettings()).isEmpty();
    Map<Variable, String> given =
        new EnumMap<>(
            Map.of(
                Variable.RECEIPT_NO_START_VALUE, "500",
                Variable.RECEIPT_NO_END_VALUE, "599",
                Variable.INVOICE_REGISTRATION_NUMBER, "T1234567890123",
                Variable.RECEIPT_HEADERS, "[{\"text\":\"head\"}]",
                Variable.RECEIPT_FOOTERS, "[{\"text\":\"foot\"}]",
                Variable.RECEIPT_ITEM_NAME, "wrap"));
    assertThat(ServiceConfig.read(given).defaultSettings())
        .extracting(setting -> setting.name() + "=" + setting.defaultValue().orElse(""))
        .containsExactly(
            "RECEIPT_NO_START_VALUE=500",
            "RECEIPT_NO_END_VALUE=599",
            "INVOICE_REGISTRATION_NUMBER=T1234567890123",
            "RECEIPT_HEADERS=[{\"text\":\"head\"}]",
            "RECEIPT_FOOTERS=[{\"text\":\"foot\"}]",
            "RECEIPT_ITEM_NAME=wrap");
    given.put(Variable.RECEIPT_NO_START_VALUE, "many");
    assertThatThrownBy(() -> ServiceConfig.read(given))
        .hasMessageStartingWith("RECEIPT_NO_START_VALUE: 'many' (expected: a whole number");
  }

  @Test
  void server_bearsAsMuchAsTwoHundredTillsAsk_orWhatIsSaid() {
    assertThat(ServiceConfig.read(Map.of()).server())
        .isEqualTo(
            new ServerConfig(
                Duration.ofSeconds(60),
                new LoadLimits(256, 256, 1_000, Duration.ofSeconds(15), 67_108_864),
                Duration.ZERO,
                10,
                Optional.empty()));
    assertThat(
            ServiceConfig.read(
                    Map.of(
                        Variable.IDLE_TIMEOUT_SECONDS, "30",
                        Variable.MAX_REQUESTS_IN_WORK, "16",
                        Variable.MAX_REQUESTS_WAITING, "0",
                        Variable.MAX_CONNECTIONS, "99",
                        Variable.RECEIVE_TIMEOUT_SECONDS, "2.5",
                        Variable.SHUTDOWN_DELAY_SECONDS, "1.5",
                        Variable.AUTH_FAILURES_PER_MINUTE, "0",
                        Variable.MAX_BODY_BYTES, "67108864"))
                .server())
        .isEqualTo(
            new ServerConfig(
                Duration.ofSeconds(30),
                new LoadLimits(16, 0, 99, Duration.ofMillis(2_500), 268_435_456),
                Duration.ofMillis(1_500),
                0,
                Optional.empty()));
  }

  @Test
  void filesOfHttps_areGivenTogether_andLookedInto(@TempDir Path folder) throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    Path own = folder.resolve("own");
    TlsFiles good = TestCertificate.make(Files.createDirectory(own), "RSA");
    String certificate = good.certificateFile().toString();
    assertThat(readTls(certificate, good.keyFile().toString()).server().tls()).contains(good);
    assertThat(ServiceConfig.read(Map.of()).server().tls()).isEmpty();
    assertThatThrownBy(() -> readTls(certificate, ""))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("HTTP_TLS_KEY_FILE: '' (expected: set together with HTTP_TLS_CERT_FILE)");
    assertThatThrownBy(() -> readTls("", good.keyFile().toString()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("HTTP_TLS_CERT_FILE: '' (expected: set together with HTTP_TLS_KEY_FILE)");
    assertThatThrownBy(() -> readTls(certificate, empty.toString()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("HTTP_TLS_KEY_FILE: '" + empty + "' (expected: a PEM file with");
    assertThatThrownBy(() -> readTls(empty.toString(), good.keyFile().toString()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("HTTP_TLS_CERT_FILE: '" + empty + "' (expected: a PEM file with");
  }

  private static ServiceConfig readTls(String certificate, String key) {
    return ServiceConfig.read(
        Map.of(Variable.HTTP_TLS_CERT_FILE, certificate, Variable.HTTP_TLS_KEY_FILE, key));
  }

  @ParameterizedTest
  @CsvSource({"0, 00:00", "5, 05:00", "05, 05:00", "5:30, 05:30", "23:59, 23:59"})
  void startOfTheBusinessDay_isHoursAndMinutes_orHoursAlone(String given, LocalTime start) {
    assertThat(
            ServiceConfig.read(Map.of(Variable.BUSINESS_DAY_STARTS_AT, given))
                .businessCalendar()
                .dayStartsAt())
        .isEqualTo(start);
  }
}
