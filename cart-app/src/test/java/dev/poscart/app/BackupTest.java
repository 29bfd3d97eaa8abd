package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.app.config.Arguments;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.domain.fixtures.Slow;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup can be restored and used. */
@Slow
class BackupTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void restoredBackup_continuesWhereItWasMade() throws Exception {
    Path copy = folder.resolve("copy.db");
    ServiceProcess service = ServiceProcess.start(options("data"));
    try {
      assertThat(sell(service.port())).isEqualTo(1);
      assertThat(sell(service.port())).isEqualTo(2);

      assertThat(Backup.run(parse("--to", copy.toString(), "--data-dir", data("data"))))
          .endsWith("copy.db, " + Files.size(copy) + " bytes");

      assertThat(sell(service.port())).isEqualTo(3);
    } finally {
      service.kill();
    }
    Files.copy(copy, Files.createDirectories(Path.of(data("restored"))).resolve("poscart.db"));
    ServiceProcess restored = ServiceProcess.start(options("restored"));
    try {
      assertThat(sell(restored.port())).isEqualTo(3);
    } finally {
      assertThat(restored.terminate()).isZero();
    }
    assertThat(log("restored")).contains("terminals 1, transactions 3, faults 0");
  }

  @Test
  void mongoDb_cannotBeBackedUp() {
    Arguments.Request.Backup backup = parse("--to", "x", "--mongodb-uri", "mongodb://localhost");
    assertThatThrownBy(() -> Backup.run(backup))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("MONGODB_URI: set (expected: not set, ");
  }

  @Test
  void backupWithoutATarget_isRefused() {
    assertThatThrownBy(BackupTest::parse)
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("missing required option --to (expected: --to FILE)");
  }

  private static Arguments.Request.Backup parse(String... words) {
    List<String> all = new ArrayList<>(List.of("backup"));
    all.addAll(List.of(words));
    return (Arguments.Request.Backup) Arguments.parse(all, Map.of());
  }

  private List<String> options(String name) throws Exception {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    return List.of("--store-profile", profile.toString(), "--data-dir", data(name));
  }

  private String data(String name) {
    return folder.resolve(name).toString();
  }

  private String log(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arguments.Request request =
        Arguments.parse(
            List.of("verify-log", "--tenant", "A1234", "--data-dir", data(name)), Map.of());
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    new LogCheck(lines, lines, false)
        .run((Arguments.Request.VerifyLog) request)
        .toCompletableFuture()
        .join();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** An apple; the transaction's number. */
  private static int sell(int port) throws Exception {
    TestTill till = new TestTill(CLIENT, port, TestShop.terminalId(1), TestShop.apiKey(1));
    String cart = till.createCart();
    TestTill.expect(200, till.add(cart, "A", 1));
    TestTill.expect(200, till.subtotal(cart));
    TestTill.expect(200, till.pay(cart, "01", "300"));
    return TestTill.expect(200, till.bill(cart)).data().path("transactionNo").intValue();
  }
}
