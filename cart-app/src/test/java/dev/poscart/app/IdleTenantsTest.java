package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.Await;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the background jobs ask the database for while no till does anything. */
class IdleTenantsTest {

  private static final int TENANTS = 50;

  private static final String TENANT =
      """
      {"tenantId": "T%04d",
       "stores": [{"storeCode": "0001", "storeName": "店", "terminals": [
         {"terminalNo": 1, "apiKey": "key-of-tenant-%04d", "status": "Opened"}]}],
       "items": [],
       "paymentMethods": [{"paymentCode": "01", "description": "現金", "kind": "cash"}]}
      """;

  private final WireServer mongo = WireServer.start();

  @Test
  void aRound_asksForTenTenants_andManyRoundsForAll(@TempDir Path folder) {
    try (mongo;
        RunningShop shop = RunningShop.open(folder, profile(), settings())) {
      Await.until(
          "all tenants are prepared and counted",
          () ->
              count(mongo.commands(), ".poscart_incident createIndexes") == 3 * TENANTS
                  && count(mongo.commands(), ".log_tran aggregate") >= TENANTS);
      int begin = mongo.commands().size();
      List<String> seen =
          Await.until(
              "there were thirty more rounds",
              () -> mongo.commands().stream().skip(begin).toList(),
              commands -> rounds(commands) > 30);

      assertThat(seen)
          .hasSizeLessThanOrEqualTo((int) (rounds(seen) + 2) * (1 + TenantRounds.IN_TURN));
      assertThat(
              seen.stream()
                  .filter(command -> command.endsWith(".log_tran aggregate"))
                  .collect(Collectors.toSet()))
          .hasSize(TENANTS);
      assertThat(shop).isNotNull();
    }
  }

  private Map<Variable, String> settings() {
    return Map.of(
        Variable.MONGODB_URI,
        mongo.connectionString(),
        Variable.RECOVERY_INTERVAL_SECONDS,
        "0.1",
        Variable.PUBSUB_INTERVAL_SECONDS,
        "0.1",
        Variable.CART_RETENTION_DAYS,
        "0");
  }

  private static long rounds(List<String> commands) {
    return count(commands, ".info_tenant find");
  }

  private static long count(List<String> commands, String ending) {
    return commands.stream().filter(command -> command.endsWith(ending)).count();
  }

  private static String profile() {
    return IntStream.rangeClosed(1, TENANTS)
        .mapToObj(number -> TENANT.formatted(number, number))
        .collect(Collectors.joining(",", "{\"tenants\": [", "]}"));
  }
}
