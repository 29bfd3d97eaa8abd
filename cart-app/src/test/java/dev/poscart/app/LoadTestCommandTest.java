package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code load-test} command against a running demo store. */
@Slow
class LoadTestCommandTest {

  @TempDir static Path folder;

  private static Poscart service;
  private static String url = "";

  @BeforeAll
  static void start() {
    service = TestShop.startDemo(folder.resolve("data"), Map.of());
    url = "http://localhost:" + service.port();
  }

  @AfterAll
  static void stop() {
    service.stop().toCompletableFuture().join();
  }

  @Test
  void users_sellWhatTheServiceLists_andTheTableAndThePageTellHow() throws IOException {
    Path page = folder.resolve("page.html");
    CommandOutcome outcome = load("--users", "1,4", "--seconds", "1", "--report", page.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).hasValue(0);
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("users").contains("requests/s", "bill p50 ms");
    assertThat(cells(lines.get(1))).startsWith("1", url).doesNotContain("-").endsWith("0");
    assertThat(cells(lines.get(2))).startsWith("4", url).doesNotContain("-").endsWith("0");
    assertThat(lines.get(3)).isEqualTo("plots: " + page);
    assertThat(Files.readString(page))
        .contains("<h2>By number of users</h2>", "<h2>Over time, 4 users</h2>", "<svg", "bill p99")
        .doesNotContain("src=", "href=", "demo-key");
    assertThat(log()).contains("transactions", "faults 0");
  }

  private static List<String> cells(String line) {
    return List.of(line.strip().split(" +"));
  }

  @Test
  void cancelledCarts_haveNoBills_andAPauseIsKept() {
    CommandOutcome outcome =
        load("--cancel", "--users", "2", "--seconds", "1", "--pause", "200", "--items", "2");

    assertThat(outcome.code()).hasValue(0);
    List<String> row = cells(outcome.out().lines().toList().get(1));
    assertThat(row.get(7)).isEqualTo("-");
    // Two users, each with at most five pauses a second, and few requests around them.
    assertThat(Integer.parseInt(row.get(2))).isBetween(4, 40);
  }

  @Test
  void refusedRequests_areCounted_andTheExitCodeTells() {
    CommandOutcome outcome = load("--item-codes", "NO-SUCH-ITEM", "--users", "1", "--seconds", "1");

    assertThat(outcome.code()).hasValue(1);
    List<String> row = cells(outcome.out().lines().toList().get(1));
    assertThat(Integer.parseInt(row.get(row.size() - 1))).isPositive();
  }

  @Test
  void whatCannotBeLoaded_isRefusedInOneLine() {
    assertRefused("no answer from http://127.0.0.1:1 ", "--url", "http://127.0.0.1:1");
    assertRefused("terminal D0001-0001-1: status 401", "--terminals", "D0001-0001-1=wrong");
    assertRefused("--terminals: not a list", "--terminals", "D0001-0001-1");
    assertRefused("--url: 'x' (expected: a URL", "--url", "x");
    assertRefused("--users: '0' (expected: a whole number from 1 to 1000)", "--users", "1,0");
    assertRefused("--seconds: '' (expected: ", "--seconds", "");
    assertRefused("--pause: '-1' (expected: ", "--pause", "-1");
    assertRefused("--items: '501' (expected: ", "--items", "501");
    assertRefused(
        "--report: '%s' (expected: a file that can be written)".formatted(folder),
        "--report",
        folder.toString());
  }

  private static void assertRefused(String message, String... options) {
    CommandOutcome outcome = load(options);
    assertThat(outcome.code()).as(outcome.toString()).hasValue(2);
    assertThat(outcome.err()).startsWith("poscart: ").contains(message).hasLineCount(1);
    assertThat(outcome.err()).doesNotContain("wrong");
  }

  private static CommandOutcome load(String... options) {
    List<String> words =
        new ArrayList<>(
            List.of("load-test", "--url", url, "--report", folder.resolve("load.html").toString()));
    words.addAll(List.of(options));
    return CommandOutcome.of(words.toArray(String[]::new));
  }

  private static String log() {
    return CommandOutcome.of(
            "verify-log", "--tenant", "D0001", "--data-dir", folder.resolve("data").toString())
        .out();
  }
}
