package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.poscart.adapters.mongo.KugelposDay;
import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs each command line of {@code poscart} in the documents, and each example of the help. Only
 * folders and ports differ, and how much work is done.
 */
@Slow
@EnabledOnOs({OS.LINUX, OS.MAC})
class DocumentedCommandLinesTest {

  private static final Path ROOT = Path.of("..");

  /** MigrationGuideTest runs the commands of this page, in its order. */
  private static final Path ELSEWHERE = ROOT.resolve("docs/migrating-from-kugelpos.md");

  /** The other commands need what these leave behind. */
  private static final List<String> FIRST = List.of("backup", "demo", "load-test", "health");

  @TempDir Path folder;

  private final List<Poscart> serving = new ArrayList<>();

  @Test
  void eachCommandLine_succeeds() throws IOException {
    List<String> lines = CommandLines.in(texts());
    Set<String> commands = new HashSet<>();
    List<String> failed = new ArrayList<>();
    try (WireServer mongo = WireServer.start()) {
      prepare(mongo);
      CommandLines shell = new CommandLines(folder);
      for (String line : inOrder(lines)) {
        CommandLines.Words split = shell.split(here(line, mongo));
        commands.add(split.command());
        run(split).ifPresent(problem -> failed.add(line + "\n" + problem));
      }
    } finally {
      stop();
    }

    assertThat(failed).isEmpty();
    assertThat(commands).containsExactlyInAnyOrderElementsOf(CommandLineTest.commands());
  }

  private static Stream<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    texts.add(CommandOutcome.of("--help").out());
    for (String command : CommandLineTest.commands()) {
      texts.add(CommandOutcome.of("help", command).out());
    }
    texts.add(Files.readString(ROOT.resolve("README.md")));
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      for (Path page : docs.filter(Files::isRegularFile).toList()) {
        texts.add(page.equals(ELSEWHERE) ? "" : Files.readString(page));
      }
    }
    return texts.stream();
  }

  /** A store that has sold and is closed, the database of kugelpos, and files. */
  private void prepare(WireServer mongo) throws IOException {
    String profile =
        TestShop.profile(1)
            .replace("A1234", "T0001")
            .replace("\"5678\"", "\"0001\"")
            .replace("20251123", "20261129");
    try (RunningShop shop = RunningShop.open(folder, profile, Map.of())) {
      TestTill till = shop.till("T0001-0001-1", "key1");
      new Seller(till).sell();
      TestTill.expect(200, till.post("/terminals/T0001-0001-1/close", "{\"physicalAmount\": 220}"));
    }
    try (MongoClient client = MongoClients.create(mongo.connectionString())) {
      KugelposDay.restore(client, "db_cart");
    }
    Files.createDirectories(folder.resolve("backup"));
    Path settings = Files.createDirectories(folder.resolve("etc")).resolve("poscart.env");
    Files.copy(ROOT.resolve("distribution/src/main/conf/poscart.env"), settings);
    String page = Files.readString(ROOT.resolve("docs/command-line.md"));
    String table = page.substring(page.indexOf("```csv\n") + "```csv\n".length());
    Files.writeString(folder.resolve("items.csv"), table.substring(0, table.indexOf("```")));
  }

  private static List<String> inOrder(List<String> lines) {
    Comparator<String> byNeed =
        Comparator.comparing(
            line ->
                FIRST.stream()
                    .filter(command -> line.contains(" " + command + " "))
                    .findFirst()
                    .map(FIRST::indexOf)
                    .orElse(FIRST.size()));
    return lines.stream().sorted(byNeed).toList();
  }

  /** The line with the test's folders, ports and amounts of work. */
  private String here(String line, WireServer mongo) {
    String port = serving.isEmpty() ? "0" : String.valueOf(serving.get(0).port());
    return line.replace("/var/lib/poscart", folder.resolve("data").toString())
        .replaceFirst("/tmp/poscart-[a-z]+", folder.resolve("demo").toString())
        .replace("/backup/", folder.resolve("backup") + "/")
        .replaceAll("/etc/(poscart|bash_completion.d)/", folder.resolve("etc") + "/")
        .replaceAll("(items[.]csv|my-store[.]json|20261129[.]csv)", folder + "/$1")
        .replace("mongodb://localhost:27017", mongo.connectionString())
        .replace("http://localhost:8003", "http://127.0.0.1:" + port)
        .replaceAll("--port 80[0-9]+", "--port " + port)
        .replace("--users 1,15,40 --seconds 30", "--users 1 --seconds 1 --report " + folder + "/r")
        .replaceFirst(" demo .*", "$0 --customers 5");
  }

  /** Runs the command; says what is wrong if it does not succeed. */
  private Optional<String> run(CommandLines.Words line) throws IOException {
    boolean needsTheDemo = List.of("load-test", "health").contains(line.command());
    if (!needsTheDemo) {
      stop();
    }
    if (line.command().equals("restore")) {
      copyBackup();
    }
    Map<String, String> environment = new HashMap<>(line.variables());
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.put("PORT", "0");
    List<CompletionStage<Poscart>> started = new ArrayList<>();
    CommandOutcome outcome = CommandOutcome.of(environment, started::add, line.words());
    started.forEach(service -> serving.add(service.toCompletableFuture().join()));
    boolean succeeded = outcome.code().orElse(0) == 0 && outcome.err().lines().count() <= 1;
    return succeeded ? Optional.empty() : Optional.of(outcome.toString());
  }

  /** The documents name a backup of some night, too. */
  private void copyBackup() throws IOException {
    Path night = folder.resolve("backup/poscart-2026-11-29-0300.db");
    if (!Files.exists(night)) {
      Files.copy(folder.resolve("backup/poscart.db"), night);
    }
  }

  private void stop() {
    serving.forEach(service -> service.stop().toCompletableFuture().join());
    serving.clear();
  }
}
