package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.app.config.Arguments;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.port.PortException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day's trade over HTTP, then the check of its log while the service still runs. */
@Slow
class LogCheckTest {

  private static final int SALES_AT_ONCE = 4;
  private static final int SALES_EACH = 5;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path folder;

  /** The outcome of the command. */
  private record Outcome(int code, List<String> lines) {}

  @Test
  void aDaysTradeOnSqlite_isClean_andLaterAlterationsAreReported() throws Exception {
    Poscart service = start(Map.of());
    try {
      trade(service.port());
      assertClean(check());

      alter("UPDATE log SET body = json_set(body, '$.staff.name', 'X') WHERE transaction_no = 7");

      Outcome altered = check();
      assertThat(altered.code()).isEqualTo(1);
      assertThat(altered.lines().get(0)).startsWith("5678/1 no. 7: altered: hash ");
      assertThat(altered.lines().get(3)).endsWith(": terminals 2, transactions 26, faults 1");
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void aDaysTradeOnMongoDb_isClean() throws Exception {
    try (WireServer mongo = WireServer.start()) {
      Poscart service = start(Map.of(Variable.MONGODB_URI, mongo.connectionString()));
      try {
        trade(service.port());
        assertClean(check("--mongodb-uri", mongo.connectionString()));
      } finally {
        service.stop().toCompletableFuture().join();
      }
    }
  }

  @Test
  void aMissingTail_isReportedGivenANotedEnd_withTheExitCode() throws Exception {
    Poscart service = start(Map.of());
    try {
      till(service.port(), 2).sell();
      till(service.port(), 2).sell();
    } finally {
      service.stop().toCompletableFuture().join();
    }
    Outcome clean = program("--tenant", "A1234");
    assertThat(clean.code()).isZero();
    String end = clean.lines().get(0).replaceAll(".*; end ", "");
    assertThat(program("--tenant", "A1234", "--expect", end)).isEqualTo(clean);

    alter("DELETE FROM log WHERE transaction_no = 2");
    alter("DELETE FROM outbox WHERE position = 2");

    assertThat(program("--tenant", "A1234").code()).isZero();
    Outcome cut = program("--tenant", "A1234", "--expect", end);
    assertThat(cut.code()).isEqualTo(1);
    assertThat(cut.lines())
        .contains("5678/2 no. 2: missing: the log ends at 1 (expected: the end that was noted)");
    assertThat(program("--tenant", "unknown").code()).isEqualTo(2);
  }

  @Test
  void aMissingLog_isRefused_andNotCreated() {
    assertThatThrownBy(this::check)
        .isInstanceOf(PortException.class)
        .hasMessageContaining("poscart.db: does not exist");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void wrongArguments_areRefused() {
    assertThatThrownBy(() -> parse("verify-log"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("missing required option --tenant (expected: --tenant ID)");
    assertThatThrownBy(() -> parse("verify-log", "--tenant", "A", "--expect", "5678/9=1:abc"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("--expect: '5678/9=1:abc' (expected: STORE/TERMINAL=NO:HASH");
  }

  /** Twenty sales of one terminal, four at a time, with all kinds of reversals. */
  private void trade(int port) throws Exception {
    Race.of(SALES_AT_ONCE, i -> sell(till(port, 1)));
    Seller other = till(port, 2);
    other.sell();
    other.cancel();
    String piece =
        "{\"payments\": [{\"paymentCode\": \"01\", \"amount\": 110}],"
            + " \"lineItems\": [{\"lineNo\": 1, \"quantity\": 1}]}";
    other.reverse(1, 1, "return", piece);
    other.reverse(2, 3, "void", "[{\"paymentCode\": \"01\", \"amount\": 110}]");
    till(port, 1).reverse(1, 2, "void", "[{\"paymentCode\": \"01\", \"amount\": 220}]");
    till(port, 1).reverse(1, 3, "return", "[{\"paymentCode\": \"11\", \"amount\": 220}]");
  }

  private static int sell(Seller till) {
    try {
      for (int sale = 0; sale < SALES_EACH; sale++) {
        till.sell();
      }
      return SALES_EACH;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertClean(Outcome outcome) {
    String hash = "[0-9a-f]{64}";
    assertThat(outcome.lines()).hasSize(3);
    assertThat(outcome.lines().get(0))
        .matches("terminal 5678/1: transactions 22, no. 1 to 22; end 5678/1=22:" + hash);
    assertThat(outcome.lines().get(1))
        .matches("terminal 5678/2: transactions 4, no. 1 to 4; end 5678/2=4:" + hash);
    assertThat(outcome.lines().get(2))
        .isEqualTo("tenant A1234: terminals 2, transactions 26, faults 0");
    assertThat(outcome.code()).isZero();
  }

  private Poscart start(Map<Variable, String> more) throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(2));
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    values.put(Variable.PORT, "0");
    values.put(Variable.STORE_PROFILE, profile.toString());
    values.put(Variable.DATA_DIR, folder.resolve("data").toString());
    values.putAll(more);
    return Poscart.start(ServiceConfig.read(values)).toCompletableFuture().join();
  }

  private Outcome check(String... options) {
    List<String> words = new ArrayList<>(List.of("verify-log", "--tenant", "A1234"));
    words.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    words.addAll(List.of(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        new LogCheck(lines, lines, false)
            .run((Arguments.Request.VerifyLog) Arguments.parse(words, Map.of()))
            .toCompletableFuture()
            .join();
    return new Outcome(code, out.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private Outcome program(String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.poscart.app.Main",
                "verify-log",
                "--data-dir",
                folder.resolve("data").toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), said.lines().toList());
  }

  private void alter(String sql) throws SQLException {
    Path file = folder.resolve("data").resolve("poscart.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static Arguments.Request parse(String... words) {
    return Arguments.parse(List.of(words), Map.of());
  }

  private static Seller till(int port, int terminalNo) {
    return new Seller(
        new TestTill(CLIENT, port, TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo)));
  }
}
