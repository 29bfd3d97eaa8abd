package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code demo} command. */
class DemoCommandTest {

  @TempDir Path folder;

  @Test
  void day_isRungUpAtThreeTills_andWhatIsPrintedCanBeOpened() throws IOException {
    CompletableFuture<CompletionStage<Poscart>> serving = new CompletableFuture<>();
    Path data = folder.resolve("data");
    CommandOutcome outcome =
        CommandOutcome.of(
            Map.of(),
            serving::complete,
            List.of("demo", "--customers", "60", "--port", "0", "--data-dir", data.toString()));
    Poscart service = serving.join().toCompletableFuture().join();
    try {
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.code()).isEmpty();
      assertPrinted(outcome, service.port());
      assertBooked(data);
      assertGoesOn(service.port());
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  private static void assertPrinted(CommandOutcome outcome, int port) {
    assertThat(outcome.out())
        .contains("D0001-0001-1", "D0001-0001-2", "D0001-0002-1")
        .contains("http://localhost:" + port + "/register#terminal=D0001-0001-1&key=");
    assertThat(commands(outcome)).hasSize(3);
    for (String command : commands(outcome)) {
      assertThat(CommandOutcome.of(command.split(" ")).code()).hasValue(0);
    }
  }

  /** With the first seed, sixty customers make every kind of visit. */
  private static void assertBooked(Path data) {
    assertThat(run("verify-log", data)).contains("terminals 3", "faults 0");
    assertThat(run("export", data))
        .contains("\"transaction_type\":101", "\"transaction_type\":102")
        .contains("\"transaction_type\":201", "\"is_cancelled\":true");
  }

  private static void assertGoesOn(int port) {
    String url = "http://localhost:" + port;
    CommandOutcome second = CommandOutcome.of("demo", "--url", url, "--customers", "3");
    assertThat(second.code()).hasValue(0);
    assertThat(second.out()).contains(url + "/docs").doesNotContain("Try:");
  }

  /** The same customers come to both, so both logs have the same entries. */
  @Test
  void refusedChangesAndLostAnswers_areRepeated_andNothingIsBookedTwice() throws IOException {
    assertThat(transactions("faulty", true)).isEqualTo(transactions("sound", false)).isPositive();
  }

  private long transactions(String name, boolean faulty) throws IOException {
    Path data = folder.resolve(name);
    Poscart service = TestShop.startDemo(data, Map.of());
    try (FaultyFront front = new FaultyFront(service.port())) {
      String url = faulty ? front.url() : "http://127.0.0.1:" + service.port();
      CommandOutcome outcome = CommandOutcome.of("demo", "--url", url, "--customers", "12");
      assertThat(outcome.code()).as(outcome.err()).hasValue(0);
      assertThat(run("verify-log", data)).contains("faults 0");
      return run("export", data).lines().count();
    } finally {
      service.stop().toCompletableFuture().join();
    }
  }

  @Test
  void otherStores_areRefusedInOneLine() throws IOException {
    try (RunningShop shop = RunningShop.open(folder, TestShop.profile(1), Map.of())) {
      assertRefused("demo", "--url", "http://localhost:" + shop.port());
    }
    assertRefused("demo", "--url", "http://127.0.0.1:1");
    assertRefused("demo", "--url", "x");
    assertRefused("demo", "--customers", "0");
    CommandOutcome other =
        CommandOutcome.of(Map.of("STORE_PROFILE", "x"), serving -> {}, List.of("demo"));
    assertThat(other.code()).hasValue(2);
    assertThat(other.err())
        .startsWith("poscart: demo: another store is configured")
        .hasLineCount(1);
  }

  private static void assertRefused(String... words) {
    CommandOutcome outcome = CommandOutcome.of(words);
    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.err()).startsWith("poscart: ").hasLineCount(1);
  }

  private static List<String> commands(CommandOutcome outcome) {
    return Pattern.compile("(?m)^  poscart (.*)$")
        .matcher(outcome.out())
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static String run(String command, Path data) {
    return CommandOutcome.of(command, "--tenant", "D0001", "--data-dir", data.toString()).out();
  }
}
