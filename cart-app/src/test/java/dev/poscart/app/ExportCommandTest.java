package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * The {@code export} command beside a running service: two sales of 220 yen at the first till, one
 * at the second, which also put in cash.
 */
class ExportCommandTest {

  @TempDir static Path folder;

  private static RunningShop shop;

  @BeforeAll
  static void trade() throws IOException {
    shop = RunningShop.open(folder, TestShop.profile(2), Map.of());
    new Seller(till(1)).sell();
    new Seller(till(1)).sell();
    new Seller(till(2)).sell();
    String cash = "{\"amount\": 5000, \"description\": \"両替\"}";
    TestTill.expect(200, till(2).post("/terminals/A1234-5678-2/cash-in", cash));
  }

  private static TestTill till(int number) {
    return new TestTill(
        HttpClient.newHttpClient(),
        shop.port(),
        TestShop.terminalId(number),
        TestShop.apiKey(number));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void jsonLines_areTheEventsOfTheTransactions() throws IOException {
    CommandOutcome outcome = export();

    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.err()).isEqualTo("tenant A1234: exported 3, damaged 0\n");
    List<JsonNode> sales = outcome.out().lines().map(TestTill::json).toList();
    assertThat(sales).extracting(sale -> sale.path("terminal_no").asInt()).containsExactly(1, 1, 2);
    assertThat(sales.get(1).path("transaction_no").asInt()).isEqualTo(2);
    assertThat(sales.get(1).path("sales").path("total_amount_with_tax").decimalValue())
        .isEqualByComparingTo("220");
  }

  @Test
  void csv_ofATill_hasARowForEachSale() {
    CommandOutcome outcome =
        export("--format", "csv", "--store", "5678", "--terminal", "1", "--date", "20251123");

    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith("\uFEFFstoreCode,terminalNo,position,businessDate,openCounter,transactionType");
    assertThat(lines.get(2))
        .startsWith("5678,1,2,20251123,1,101,2,")
        .endsWith(",false,S001,2,200,20,220,0,80,0,01:220");
  }

  @Test
  void journal_hasCashMovementsToo() {
    CommandOutcome text = export("--type", "journal", "--format", "text", "--store", "5678");
    CommandOutcome csv = export("--type", "journal", "--format", "csv", "--store", "5678");
    CommandOutcome lines = export("--type", "journal", "--terminal", "2", "--store", "5678");

    assertThat(text.err()).isEqualTo("tenant A1234: exported 4, damaged 0\n");
    assertThat(text.out()).contains("りんご", "両替").endsWith("\n\n");
    assertThat(csv.out()).contains("\r\n5678,2,2,20251123,1,401,1,").contains("両替");
    List<JsonNode> entries = lines.out().lines().map(TestTill::json).toList();
    assertThat(entries)
        .extracting(each -> each.path("entryType").asInt())
        .containsExactly(101, 401);
    assertThat(entries.get(1).path("journalText").asText()).contains("両替");
  }

  @Test
  void text_hasALineForEachSale() {
    assertThat(
            export("--format", "text", "--date", "20251123", "--until", "20251130").out().lines())
        .hasSize(3)
        .allMatch(line -> line.matches("\\S+ 5678/[12] no. [12] receipt [0-9]+ sale 220"));
  }

  @Test
  void otherDatesStoresAndTenants_areEmpty() {
    assertThat(export("--date", "20251124").err()).contains("exported 0");
    assertThat(export("--store", "5679").err()).contains("exported 0");
    assertThat(CommandOutcome.of(words("B1")).err())
        .isEqualTo("tenant B1: exported 0, damaged 0\n");
  }

  @Test
  void file_isThereOnceItIsComplete_andNeverReplaced() throws IOException {
    Path file = folder.resolve("day.jsonl");

    assertThat(export("--to", file.toString()).code()).hasValue(0);
    assertThat(Files.readString(file)).isEqualTo(export().out());
    assertThat(folder).isDirectoryNotContaining("glob:**day.jsonl.*");

    CommandOutcome again = export("--to", file.toString());
    assertThat(again.code()).hasValue(2);
    assertThat(again.err())
        .isEqualTo("poscart: --to: '" + file + "' (expected: a file that does not exist yet)\n");
  }

  @Test
  void wrongOptions_areNamed() {
    assertRefused("--format: 'xml' (expected: text, csv, jsonl)", "--format", "xml");
    assertRefused("--type: 'all' (expected: transactions, journal)", "--type", "all");
    assertRefused("--terminal: '1' (expected: set together with --store)", "--terminal", "1");
    assertRefused(
        "--until: '20251122' (expected: a date that is not before --date)",
        "--date",
        "20251123",
        "--until",
        "20251122");
    assertRefused("--resume: without a file (expected: set with --to)", "--resume");
    Path nowhere = folder.resolve("no").resolve("file");
    assertThat(export("--to", nowhere.toString()).err())
        .startsWith("poscart: --to: '" + nowhere + "' (expected: a file that can be written)")
        .hasLineCount(1);
  }

  @Test
  void missingDatabase_isRefusedInOneLine() {
    CommandOutcome outcome =
        CommandOutcome.of(
            "export", "--tenant", "A1234", "--data-dir", folder.resolve("none").toString());
    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.err()).startsWith("poscart: ").hasLineCount(1);
  }

  private static void assertRefused(String message, String... options) {
    CommandOutcome outcome = export(options);
    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.err()).isEqualTo("poscart: " + message + "\n");
  }

  private static CommandOutcome export(String... options) {
    return CommandOutcome.of(words("A1234", options));
  }

  private static String[] words(String tenant, String... options) {
    List<String> words = new ArrayList<>(List.of("export", "--tenant", tenant));
    words.addAll(List.of("--data-dir", folder.resolve("data").toString()));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }
}
