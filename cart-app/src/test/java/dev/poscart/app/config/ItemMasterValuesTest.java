package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.adapters.grpc.ItemMasterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration of the connection to the item master. */
class ItemMasterValuesTest {

  private static ItemMasterSettings read(Variable variable, String value) {
    return ServiceConfig.read(Map.of(variable, value)).itemMaster();
  }

  @Test
  void defaults_areThoseOfTheAdapter() {
    assertThat(ServiceConfig.read(Map.of()).itemMaster().configFor("master:50051"))
        .isEqualTo(ItemMasterConfig.defaults("master:50051"));
  }

  @Test
  void idleTime_isRead() {
    ItemMasterConfig config =
        read(Variable.MASTER_DATA_GRPC_IDLE_SECONDS, "60").configFor("master:50051");
    assertThat(config.tuning().idleTimeout()).isEqualTo(Duration.ofSeconds(60));
  }

  static Stream<Variable> bounded() {
    return Stream.of(Variable.values()).filter(variable -> variable.value().bounds().isPresent());
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void numbers_areAcceptedWithinTheirBounds_andRefusedBeyond(Variable variable) {
    Bounds bounds = variable.value().bounds().orElseThrow();
    assertThat(read(variable, plain(bounds.min()))).isNotNull();
    assertThat(read(variable, plain(bounds.max()))).isNotNull();
    for (double beyond : new double[] {bounds.min() - 1, bounds.max() + 1}) {
      assertThatThrownBy(() -> read(variable, plain(beyond)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(variable + ": '" + plain(beyond) + "' (expected: ");
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  @Test
  void bounds_areShownInPlainNotation() {
    assertThat(Variable.GRPC_TIMEOUT.value().bounds()).hasToString("Optional[0.01 to 300]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "master-data:50051",
        "master-data.shop.example:1",
        "127.0.0.1:65535",
        "[::1]:50051",
        "[2001:db8::7]:50051",
        "dns:///master-data:50051",
        "xn--fiqs8s.example:443"
      })
  void target_isAHostAndAPort(String target) {
    assertThat(read(Variable.MASTER_DATA_GRPC_URL, target).target()).contains(target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://host:50051      | without http://",
        "https://host:50051     | without https://; set MASTER_DATA_GRPC_TLS=true for TLS",
        "grpc://host:50051      | without grpc://",
        "dns://8.8.8.8/host:1   | without dns://",
        "dns:///http://host:1   | without http://",
        "unix:///tmp/socket     | without unix://",
        "host:50051/            | without a path",
        "host:50051/v1          | without a path",
        "host                   | with a port",
        "[::1]                  | with a port",
        "dns:///host            | with a port",
        "host:                  | with a port from 1 to 65535",
        "host:0                 | with a port from 1 to 65535",
        "host:65536             | with a port from 1 to 65535",
        "host:grpc              | with a port from 1 to 65535",
        "host:+5                | with a port from 1 to 65535",
        "::1:50051              | an IPv6 address in brackets: [::1]:50051",
        "host:50051:50052       | an IPv6 address in brackets: [::1]:50051",
        "one:50051,other:50051  | a single address without spaces",
        "my host:50051          | a single address without spaces",
        ":50051                 | with a host name of letters",
        "me@host:50051          | with a host name of letters",
        "host?x=1:50051         | with a host name of letters",
        "master_data:50051      | with a host name of letters",
        "1.2.3:50051            | with a host name of letters",
        "[::g]:50051            | with a host name of letters"
      })
  void nearMisses_stopTheStart_namingTheExpectation(String target, String expected) {
    assertThatThrownBy(() -> read(Variable.MASTER_DATA_GRPC_URL, target))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "MASTER_DATA_GRPC_URL: '"
                + target
                + "' (expected: host:port, such as master-data:50051, "
                + expected);
  }
}
