package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code config} command. */
class ConfigCommandTest {

  private static final Map<String, String> WRONG =
      Map.of(
          "PORT", "http",
          "ALGORITHM", "RS256",
          "GRPC_TIMEOUT", "5s",
          "LOG_FORMAT", "xml",
          "LOG_LEVEL", "foo",
          "MAX_BODY_BYTES", "2048",
          "MAX_REQUEST_BODY_BYTES", "4096",
          "RECEIPT_NO_START_VALUE", "x");

  @TempDir Path folder;

  @Test
  void listing_saysWhatEachSettingIs_andWhereItComesFrom() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("shop.env"), "TIMEZONE=Asia/Seoul\nDRAIN_SECONDS=3\nPORT=1\n");
    CommandOutcome outcome =
        config(
            Map.of("PORT", "9000", "MASTER_DATA_CACHE_TTL_SECONDS", "7"),
            "--env-file",
            file.toString(),
            "--drain-seconds",
            "4");

    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.err()).isEmpty();
    assertThat(lines(outcome))
        .contains(
            "# HTTP server",
            "PORT=9000 # PORT",
            "HOST=127.0.0.1 # default",
            "DRAIN_SECONDS=4 # --drain-seconds",
            "TIMEZONE=Asia/Seoul # TIMEZONE in " + file,
            "REFERENCE_CACHE_TTL_SECONDS=7 # MASTER_DATA_CACHE_TTL_SECONDS",
            "TENDER_RULES=flags # default",
            "GRPC_TIMEOUT=5 # default",
            "# MONGODB_URI is not set");
  }

  @Test
  void listing_ofASettingsFile_canBeUsedAsOne() throws IOException {
    String headers = "[{\"text\": \"# いらっしゃいませ\"}]";
    CommandOutcome first = config(Map.of("RECEIPT_HEADERS", headers, "HOST", "::1"));
    Path file = Files.writeString(folder.resolve("copy.env"), first.out());

    CommandOutcome second = config(Map.of("ENV_FILE", file.toString()));

    assertThat(lines(second))
        .contains(
            "HOST=::1 # HOST in " + file,
            "RECEIPT_HEADERS='" + headers + "' # RECEIPT_HEADERS in " + file);
  }

  @Test
  void secretsAndPasswords_areMasked() {
    CommandOutcome outcome =
        config(
            Map.of(
                "SECRET_KEY", "0123456789-0123456789-0123456789",
                "PUBSUB_NOTIFY_API_KEY", "knock-knock",
                "OPS_API_KEY", "open-sesame",
                "SNAPSHOT_HMAC_KEYS", "k1:c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXM=",
                "PUBSUB_URL", "https://user:hush@broker/events?access_token=abc&x=1",
                "MONGODB_URI", "mongodb://shop:p4ss@db:27017/?tls=true&tlsKeyPassword=pem"));

    assertThat(outcome.out() + outcome.err())
        .doesNotContain(
            "0123456789-", "knock-knock", "open-sesame", "c2Vjc", "hush", "abc", "p4ss", "pem");
    assertThat(lines(outcome))
        .contains(
            "SECRET_KEY=*** # SECRET_KEY",
            "SNAPSHOT_HMAC_KEYS=*** # SNAPSHOT_HMAC_KEYS",
            "MONGODB_URI=mongodb://***@db:27017/?tls=true&tlsKeyPassword=*** # MONGODB_URI",
            "PUBSUB_URL=https://***@broker/events?access_token=***&x=1 # PUBSUB_URL");
  }

  @Test
  void variablesWithoutEffect_areListedWithTheReason() {
    assertThat(config(Map.of("DEBUG", "true")).out())
        .contains("# without effect: DEBUG (LOG_LEVEL sets how much is logged)");
  }

  @Test
  void check_reportsEveryProblem_notOnlyTheFirst() throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), "{\"tenants\": 1}");
    CommandOutcome outcome =
        config(WRONG, "--check", "--store-profile", profile.toString(), "--tax-rounding", "never");

    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .containsExactlyInAnyOrder(
            "poscart: ALGORITHM: 'RS256' (expected: HS256, because this service supports no other)",
            "poscart: MAX_REQUEST_BODY_BYTES: '4096' (expected: the value of MAX_BODY_BYTES, its"
                + " other name, or only one of the two)",
            "poscart: PORT: 'http' (expected: a whole number from 0 to 65535)",
            "poscart: LOG_FORMAT: 'xml' (expected: text or json)",
            "poscart: LOG_LEVEL: 'foo' (expected: ERROR, WARN, INFO, DEBUG, TRACE or OFF)",
            "poscart: GRPC_TIMEOUT: '5s' (expected: seconds, from 0.01 to 300)",
            "poscart: TAX_ROUNDING: 'never' (expected: code or rate)",
            "poscart: RECEIPT_NO_START_VALUE: 'x' (expected: a whole number from 0 to 999999999)",
            "poscart: STORE_PROFILE: '" + profile + "': $.tenants: '1' (expected: a list)");
  }

  @Test
  void check_ofSettingsThatBelongTogether_reportsTheWrongOne() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter"), "Dear tax office");
    CommandOutcome outcome =
        config(
            Map.of("HTTP_TLS_CERT_FILE", letter.toString(), "HTTP_TLS_KEY_FILE", letter.toString()),
            "--check");

    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("HTTP_TLS_");
  }

  @Test
  void check_ofGoodSettings_succeeds() {
    CommandOutcome outcome = config(Map.of("PORT", "0"), "--check");

    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.out()).isEqualTo("settings: no problems\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void wrongOption_isRefused() {
    assertThat(CommandOutcome.of("config", "--chek").code()).hasValue(2);
  }

  private static CommandOutcome config(Map<String, String> environment, String... options) {
    return CommandOutcome.of(
        environment,
        serving -> {},
        Stream.concat(Stream.of("config"), Arrays.stream(options)).toList());
  }

  /** Without the blanks that align the columns. */
  private static List<String> lines(CommandOutcome outcome) {
    return outcome.out().lines().map(line -> line.replaceAll(" +# ", " # ")).toList();
  }
}
