package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code report} command beside a running service that has made one sale of 220 yen. */
class ReportPrintTest {

  @TempDir static Path folder;

  private static RunningShop shop;

  @BeforeAll
  static void oneSale() throws IOException {
    shop = RunningShop.open(folder, TestShop.profile(2), Map.of());
    new Seller(
            new TestTill(
                HttpClient.newHttpClient(),
                shop.port(),
                TestShop.terminalId(1),
                TestShop.apiKey(1)))
        .sell();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void xReport_ofTerminalAndStore_isPrintedAsOnPaper() {
    CommandOutcome terminal = report("--date", "20251123", "--terminal", "1");
    CommandOutcome store = report("--date", "20251123", "--until", "20251124", "--type", "payment");

    assertThat(terminal.code()).hasValue(0);
    assertThat(terminal.out()).contains("レジNo. 1", "( 速報 )", " 総売上       1件          220円\n");
    assertThat(store.code()).hasValue(0);
    assertThat(store.out()).contains("店舗合計", "期間 2025年11月23日(日)", "総金額:        220円");
  }

  @Test
  void categories_haveTheNamesOfTheStoreProfile() throws IOException {
    String profile =
        TestShop.profile(2)
            .replaceFirst(
                "\"items\":", "\"categories\": [{\"code\": \"C1\", \"name\": \"果物\"}], \"items\":");
    Path file = Files.writeString(folder.resolve("named.json"), profile);
    String[] options = {"--date", "20251123", "--type", "category"};

    assertThat(report(options).out()).contains("C1").doesNotContain("果物");
    assertThat(
            report("--store-profile", file.toString(), "--date", "20251123", "--type", "category")
                .out())
        .contains("果物")
        .doesNotContain("C1");
  }

  @Test
  void zReport_ofAnOpenTerminal_isNotPrinted() {
    CommandOutcome outcome = report("--date", "20251123", "--z");

    assertThat(outcome.code()).hasValue(1);
    assertThat(outcome.out())
        .isEqualTo("Terminal A1234-5678-1 is not closed on 20251123 (opening 1)\n");
  }

  @Test
  void wrongOptions_areNamed() {
    assertRefused("--date: '2025-11-23' (expected: a date of the form YYYYMMDD)", "2025-11-23");
    assertRefused(
        "--until: '20251122' (expected: a date that is not before --date)",
        "20251123",
        "--until",
        "20251122");
    assertRefused(
        "--type: 'hourly' (expected: sales, category, item, payment)",
        "20251123",
        "--type",
        "hourly");
    assertRefused(
        "--terminal: 'x' (expected: the number of a terminal)", "20251123", "--terminal", "x");
  }

  private static void assertRefused(String message, String date, String... more) {
    List<String> options = new ArrayList<>(List.of("--date", date));
    options.addAll(List.of(more));
    CommandOutcome outcome = report(options.toArray(String[]::new));
    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.err()).isEqualTo("poscart: " + message + "\n");
  }

  private static CommandOutcome report(String... options) {
    List<String> words = new ArrayList<>(List.of("report", "--tenant", "A1234", "--store", "5678"));
    words.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    words.addAll(List.of(options));
    return CommandOutcome.of(words.toArray(String[]::new));
  }
}
