package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.web.TestCertificate;
import dev.poscart.web.load.LoadLimits;
import dev.poscart.web.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceConfigTest {

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
  void serverLimits_suitTwoHundredTills_byDefault() {
    assertThat(ServiceConfig.read(Map.of()).server())
        .isEqualTo(
            new ServerConfig(
                Duration.ofSeconds(60),
                new LoadLimits(256, 256, 1_000, Duration.ofSeconds(15), 67_108_864),
                Duration.ZERO,
                10,
                Optional.empty(),
                List.of(),
                TracingConfig.read(new VariableReader(Map.of()))));
  }

  @Test
  void serverLimits_canBeSet() {
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
                Optional.empty(),
                List.of(),
                TracingConfig.read(new VariableReader(Map.of()))));
  }

  @Test
  void httpsFiles_mustBeGivenTogether_andAreChecked(@TempDir Path folder) throws IOException {
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
  void startOfTheBusinessDay_isHoursAndMinutes_orHoursOnly(String given, LocalTime start) {
    assertThat(
            ServiceConfig.read(Map.of(Variable.BUSINESS_DAY_STARTS_AT, given))
                .businessCalendar()
                .dayStartsAt())
        .isEqualTo(start);
  }
}
