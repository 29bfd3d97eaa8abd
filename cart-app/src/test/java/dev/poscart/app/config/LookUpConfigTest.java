package dev.poscart.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.adapters.grpc.ChannelSecurity;
import dev.poscart.adapters.grpc.lookup.BreakerConfig;
import dev.poscart.adapters.grpc.lookup.CacheConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.adapters.grpc.lookup.StaleConfig;
import dev.poscart.web.TestCertificate;
import dev.poscart.web.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of the connection to the item master. */
class LookUpConfigTest {

  @Test
  void everyVariableOfTheLookUp_isRead() {
    ServiceConfig config =
        ServiceConfig.read(
            Map.of(
                Variable.USE_ITEM_CACHE, "false",
                Variable.ITEM_CACHE_TTL_SECONDS, "100",
                Variable.ITEM_NEGATIVE_TTL_SECONDS, "2",
                Variable.ITEM_CACHE_MAX_ENTRIES, "500",
                Variable.ITEM_STALE_LIMIT_SECONDS, "0",
                Variable.USE_ITEM_BREAKER, "no",
                Variable.ITEM_BREAKER_FAILURE_PERCENT, "30",
                Variable.ITEM_BREAKER_SLOW_SECONDS, "0.5",
                Variable.ITEM_BREAKER_OPEN_SECONDS, "7"));
    assertThat(config.itemMaster().lookup())
        .isEqualTo(
            new LookupConfig(
                true,
                new CacheConfig(
                    false,
                    Duration.ofSeconds(100),
                    Duration.ofSeconds(80),
                    Duration.ofSeconds(2),
                    500),
                true,
                new StaleConfig(Duration.ZERO, Duration.ofMillis(500), 500),
                new BreakerConfig(
                    false, 20, 10, 30, Duration.ofMillis(500), Duration.ofSeconds(7), 3)));
  }

  @Test
  void everyVariableOfTheMastersSecurity_isRead(@TempDir Path folder) throws IOException {
    TlsFiles own = TestCertificate.make(folder, "EC");
    Path token = Files.writeString(folder.resolve("token"), "a token");
    assertThat(ServiceConfig.read(security(own, token)).itemMaster().security())
        .isEqualTo(
            new ChannelSecurity(
                true,
                Optional.of(own.certificateFile()),
                Optional.of(own.certificateFile()),
                Optional.of(own.keyFile()),
                Optional.of(token),
                Duration.ofSeconds(10)));
  }

  @Test
  void contradictoryVariablesOfTheMastersSecurity_areRefused(@TempDir Path folder)
      throws IOException {
    TlsFiles own = TestCertificate.make(folder, "EC");
    Map<Variable, String> given =
        security(own, Files.writeString(folder.resolve("token"), "a token"));
    given.remove(Variable.MASTER_DATA_GRPC_KEY_FILE);
    assertThatThrownBy(() -> ServiceConfig.read(given))
        .hasMessageStartingWith("MASTER_DATA_GRPC_KEY_FILE: '' (expected: set together");
    given.put(Variable.MASTER_DATA_GRPC_KEY_FILE, own.keyFile().toString());
    given.remove(Variable.MASTER_DATA_GRPC_TLS);
    assertThatThrownBy(() -> ServiceConfig.read(given))
        .hasMessageStartingWith("MASTER_DATA_GRPC_CA_FILE: ")
        .hasMessageEndingWith("(expected: not set, unless MASTER_DATA_GRPC_TLS is true)");
  }

  private static Map<Variable, String> security(TlsFiles own, Path token) {
    return new EnumMap<>(
        Map.of(
            Variable.MASTER_DATA_GRPC_URL, "master:50051",
            Variable.MASTER_DATA_GRPC_TLS, "true",
            Variable.MASTER_DATA_GRPC_CA_FILE, own.certificateFile().toString(),
            Variable.MASTER_DATA_GRPC_CERT_FILE, own.certificateFile().toString(),
            Variable.MASTER_DATA_GRPC_KEY_FILE, own.keyFile().toString(),
            Variable.MASTER_DATA_GRPC_TOKEN_FILE, token.toString()));
  }
}
