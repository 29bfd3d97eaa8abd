package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.adapters.http.PublisherConfig;
import dev.poscart.app.config.Arguments.Request;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TaxType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The environment of kugelpos's cart service: each variable is handled. */
class KugelposEnvironmentTest {

  private static final Path PAGE = Path.of("..", "docs", "migrating-from-kugelpos.md");
  private static final URI TOPIC =
      URI.create("http://localhost:3500/v1.0/publish/pubsub-tranlog-report/topic-tranlog");

  @TempDir private Path folder;

  @Test
  void variableWithoutEffect_isListedWithTheReason() {
    assertThat(serve(Map.of("DEBUG", "true", "TOKEN_URL", "", "PORT", "1")).ineffective())
        .containsExactly("DEBUG (LOG_LEVEL sets how much is logged)");
  }

  @Test
  void variableWithOneAllowedValue_isCheckedAtTheStart() {
    assertThat(serve(Map.of("DB_COLLECTION_NAME_TRAN_LOG", "log_tran")).ineffective()).isEmpty();
    assertThatThrownBy(() -> serve(Map.of("DB_COLLECTION_NAME_TRAN_LOG", "sales")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "DB_COLLECTION_NAME_TRAN_LOG: 'sales' (expected: log_tran, because this service"
                + " supports no other)");
  }

  @Test
  void aliases_work_andEmptyValuesCountAsMissing() {
    assertThat(
            serve(
                    Map.of(
                        "ITEM_MASTER_CACHE_TTL_SECONDS", "7",
                        "MASTER_DATA_CACHE_TTL_SECONDS", "8",
                        "REQUEST_DECOMPRESS_MAX_BYTES", "9000",
                        "MAX_REQUEST_BODY_BYTES", ""))
                .values())
        .containsOnly(
            Map.entry(Variable.ITEM_CACHE_TTL_SECONDS, "7"),
            Map.entry(Variable.REFERENCE_CACHE_TTL_SECONDS, "8"),
            Map.entry(Variable.MAX_BODY_BYTES, "9000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3500",
        "http://localhost:3500/",
        "http://localhost:3500/v1.0",
        "http://localhost:3500/v1.0/"
      })
  void sidecarAddress_isAcceptedWithAndWithoutItsApiVersion(String address) {
    assertThat(topic(Map.of(Variable.BASE_URL_DAPR, address))).isEqualTo(TOPIC);
    assertThat(topic(Map.of(Variable.DAPR_HTTP_ENDPOINT, address))).isEqualTo(TOPIC);
    assertThat(
            topic(
                Map.of(
                    Variable.BASE_URL_DAPR,
                    address,
                    Variable.DAPR_HTTP_ENDPOINT,
                    "http://localhost:3500")))
        .isEqualTo(TOPIC);
  }

  @Test
  void twoSidecars_areRefused() {
    assertThatThrownBy(
            () ->
                topic(
                    Map.of(
                        Variable.BASE_URL_DAPR, "http://localhost:3500/v1.0",
                        Variable.DAPR_HTTP_ENDPOINT, "http://localhost:3501")))
        .hasMessageStartingWith("BASE_URL_DAPR: 'http://localhost:3500/v1.0' (expected: the side");
  }

  @Test
  void file_suppliesWhatTheEnvironmentLacks() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(".env"),
            """
            # of the container
            PORT=1
            export HOST='h # not a comment'
            TIMEZONE="Asia/Tokyo"   # a comment
            DB_NAME_PREFIX = shop
            DEBUG=
            """);
    Map<String, String> environment = Map.of("ENV_FILE", file.toString(), "PORT", "2");
    assertThat(serve(environment).values())
        .containsEntry(Variable.PORT, "2")
        .containsEntry(Variable.HOST, "h # not a comment")
        .containsEntry(Variable.TIMEZONE, "Asia/Tokyo")
        .containsEntry(Variable.DB_NAME_PREFIX, "shop");
  }

  @Test
  void valuesOfTheFile_mayReferToOtherVariables() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(".env"),
            """
            MONGODB_URI="mongodb://${MONGO_USER}:${MONGO_PASSWORD}@${MONGO_HOST:-db}:27017/"
            HOST=h
            BASE_URL_DAPR=http://${HOST}:${DAPR_HTTP_PORT:-3500}/v1.0
            """);
    Map<String, String> environment =
        Map.of("ENV_FILE", file.toString(), "MONGO_USER", "pos", "MONGO_PASSWORD", "a$1\\b");
    assertThat(serve(environment).values())
        .containsEntry(Variable.MONGODB_URI, "mongodb://pos:a$1\\b@db:27017/")
        .containsEntry(Variable.BASE_URL_DAPR, "http://h:3500/v1.0");
  }

  @Test
  void file_isReadOnlyOnRequest_andStopsTheStartIfUnreadable() throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), "PORT=1\nSECRET_KEY abc\n");
    assertThat(serve(Map.of()).values()).isEmpty();
    assertThatThrownBy(() -> serve(Map.of("ENV_FILE", file.toString())))
        .hasMessage("ENV_FILE: '" + file + "', line 2 (expected: NAME=value)");
    assertThatThrownBy(() -> serve(Map.of("ENV_FILE", folder + "/none")))
        .hasMessageStartingWith("ENV_FILE: '" + folder + "/none' (expected: a readable file)");
  }

  @Test
  void taxMaster_setsTheTaxTable() {
    ServiceConfig config =
        ServiceConfig.read(
            Map.of(
                Variable.TAX_MASTER,
                """
                [{"tax_code": "00", "tax_type": "Exempt", "tax_name": "免", "rate": 0.0,
                  "round_digit": 0, "round_method": null},
                 {"tax_code": "01", "tax_type": "External", "tax_name": "外税12%", "rate": 12.0,
                  "round_digit": -1, "round_method": "Round"}]
                """));
    assertThat(config.defaultTaxes())
        .isEqualTo(
            new TaxTable(
                List.of(
                    new TaxRule(
                        "00", TaxType.EXEMPT, "免", new BigDecimal("0.0"), 0, RoundingMode.FLOOR),
                    new TaxRule(
                        "01",
                        TaxType.EXTERNAL,
                        "外税12%",
                        new BigDecimal("12.0"),
                        0,
                        RoundingMode.HALF_UP))));
    assertThat(ServiceConfig.read(Map.of()).defaultTaxes()).isEqualTo(TaxTable.DEFAULT);
  }

  private static Stream<String> mistakes() {
    String row = "\"tax_code\": \"01\", \"tax_type\": \"External\", \"tax_name\": \"t\"";
    String rest = ", \"round_digit\": -1, \"round_method\": \"Floor\"";
    return Stream.of(
        "not json",
        "{}",
        "[{" + row + rest + "}]",
        "[{" + row + ", \"rate\": \"ten\"" + rest + "}]",
        "[{" + row + ", \"rate\": -1" + rest + "}]",
        "[{" + row + ", \"rate\": null" + rest + "}]",
        "[{" + row + ", \"rate\": 1, \"rate\": 2" + rest + "}]",
        "[{" + row + ", \"rate\": 1, \"rates\": 2" + rest + "}]",
        "[{" + row.replace("External", "Outer") + ", \"rate\": 1" + rest + "}]",
        "[{" + row.replace("\"External\"", "0") + ", \"rate\": 1" + rest + "}]",
        "[{" + row + ", \"rate\": 1" + rest.replace("\"Floor\"", "0") + "}]",
        "[{" + row + ", \"rate\": 1" + rest.replace("Floor", "Down") + "}]",
        "[{" + row + ", \"rate\": 1" + rest + "}, {" + row + ", \"rate\": 2" + rest + "}]");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void invalidTaxMaster_stopsTheStart(String json) {
    assertThatThrownBy(() -> ServiceConfig.read(Map.of(Variable.TAX_MASTER, json)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("TAX_MASTER: ");
  }

  @Test
  void statutoryStampDuties_areAccepted_andOthersStopTheStart() {
    String ofTheLaw =
        duties(
            "1000000000 200000, 500000000 150000, 300000000 100000, 200000000 60000,"
                + " 100000000 40000, 50000000 20000, 30000000 10000, 20000000 6000, 10000000 4000,"
                + " 5000000 2000, 3000000 1000, 2000000 600, 1000000 400, 50000 200");
    assertThat(ServiceConfig.read(Map.of(Variable.STAMP_DUTY_MASTER, ofTheLaw))).isNotNull();
    for (String others : List.of("50000 200", "30000 200")) {
      assertThatThrownBy(
              () -> ServiceConfig.read(Map.of(Variable.STAMP_DUTY_MASTER, duties(others))))
          .hasMessageStartingWith("STAMP_DUTY_MASTER: '[")
          .hasMessageContaining("Stamp Tax Act");
    }
  }

  @Test
  void everyVariable_isInTheGuide() throws IOException {
    String page = Files.readString(PAGE);
    KugelposVariables.withoutEffect()
        .forEach((name, why) -> assertThat(page).contains("| `" + name + "` | " + why + " |"));
    KugelposVariables.FIXED.forEach(
        (name, only) -> assertThat(page).contains("| `" + name + "` | `" + only + "` |"));
  }

  private static String duties(String rows) {
    return Stream.of(rows.split(", *"))
        .map(row -> row.split(" "))
        .map(
            row ->
                "{\"stamp_duty_no\": 1, \"target_amount\": %s, \"stamp_duty_amount\": %s}"
                    .formatted(row[0], row[1]))
        .toList()
        .toString();
  }

  private static URI topic(Map<Variable, String> settings) {
    return ServiceConfig.read(settings)
        .events()
        .publisher()
        .map(PublisherConfig::topic)
        .orElseThrow();
  }

  private static Request.Serve serve(Map<String, String> environment) {
    return (Request.Serve) Arguments.parse(List.of(), environment);
  }
}
