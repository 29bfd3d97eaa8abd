package dev.poscart.benchmarks.floors;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.load.Shop;
import dev.poscart.benchmarks.rival.CountingItemMaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command {@code benchmarks/floors}. */
final class Floors {

  private static final int REQUESTS = 20_000;

  private static final List<String> HEAD =
      cells(
          "lines",
          "what",
          "requests/s",
          "CPU µs each",
          "from, to",
          "KiB allocated",
          "p50 ms",
          "p99 ms");

  private final Options options;
  private final int users;
  private final int rounds;
  private final List<Integer> lines;
  private final Path folder = BenchmarkPaths.temporary();
  private final CountingItemMaster itemMaster = new CountingItemMaster();
  private final StoreFloor store;
  private final List<List<String>> bills =
      new ArrayList<>(
          List.of(
              cells("lines", "what", "last item ms", "bill ms", "bill CPU µs", "KiB allocated")));
  private final Map<String, Map<Integer, List<Figures>>> figures = new LinkedHashMap<>();

  private Floors(Options options) {
    this.options = options;
    this.users = options.number("users", 15);
    this.rounds = options.number("rounds", 5);
    this.lines = options.numbers("lines", "5,100,500");
    this.store = store(options.text("store", "sqlite"));
  }

  private StoreFloor store(String name) {
    int requests = options.number("requests", REQUESTS);
    return switch (name) {
      case "sqlite" -> {
        Path service = folder.resolve(name(BenchmarkPaths.serviceJar())).resolve("poscart.db");
        yield new SqliteFloors(service, folder, requests);
      }
      case "mongodb" -> new MongoFloor(users, requests);
      default ->
          throw new IllegalArgumentException("--store " + name + " (expected: sqlite, mongodb)");
    };
  }

  /** Measures and reports. */
  public static void main(String... words) throws IOException, SQLException {
    // The server in memory warns of each index that it only pretends to have.
    System.setProperty("logback.configurationFile", "dev/poscart/benchmarks/fleet/quiet.xml");
    new Floors(
            new Options(
                Set.of(
                    "users",
                    "rounds",
                    "store",
                    "lines",
                    "requests",
                    "warm-up",
                    "against",
                    "bills",
                    "report"),
                words))
        .run();
  }

  /** A process under load. */
  private record Candidate(String name, ServiceProcess process, RunningJvm jvm) {

    static Candidate of(String name, ServiceProcess process) {
      process.base();
      return new Candidate(name, process, RunningJvm.attach(process.pid()));
    }

    void close() {
      jvm.close();
      process.close();
    }
  }

  private void run() throws IOException, SQLException {
    List<Candidate> services = services();
    Candidate web =
        Candidate.of(
            "web floor",
            ServiceProcess.ofClass(
                WebFloor.class.getName(), folder, List.of(answers(services.get(0)).toString())));
    try {
      warmUp(web, services);
      for (int round = 0; round < rounds; round++) {
        for (int count : lines) {
          round(web, services, count);
        }
      }
      sell(services);
      report();
    } finally {
      web.close();
      services.forEach(Candidate::close);
      store.close();
      itemMaster.close();
      BenchmarkPaths.remove(folder);
    }
  }

  private List<Candidate> services() {
    List<Candidate> services = new ArrayList<>();
    services.add(service("add-item", BenchmarkPaths.serviceJar()));
    String against = options.text("against", "");
    if (!against.isEmpty()) {
      services.add(service("add-item, " + against, Path.of(against)));
    }
    return services;
  }

  private Candidate service(String name, Path jar) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--store-profile",
                Shop.writeProfile(folder, users).toString(),
                "--master-data-grpc-url",
                itemMaster.target()));
    words.addAll(store.serviceWords());
    return Candidate.of(name, ServiceProcess.ofJar(jar, folder.resolve(name(jar)), words));
  }

  private static String name(Path jar) {
    return "data" + jar.toAbsolutePath().toString().hashCode();
  }

  /** A folder with one answer of the service for each number of lines. */
  private Path answers(Candidate service) throws IOException {
    Path answers = Files.createDirectories(folder.resolve("answers"));
    for (int count : lines) {
      Files.write(
          answers.resolve(String.valueOf(count)),
          new AddItemLoad(1, count, 1).sample(service.process().base()));
    }
    return answers;
  }

  private void warmUp(Candidate web, List<Candidate> services) {
    int requests = options.number("warm-up", 60_000);
    AddItemLoad load = load(lines.get(0), requests);
    load.floor(web.process().base(), web.jvm());
    services.forEach(each -> load.service(each.process().base(), each.jvm()));
  }

  private AddItemLoad load(int count, int requests) {
    int scaled = count <= 20 ? requests : Math.max(users, requests * 20 / count);
    return new AddItemLoad(users, count, scaled / users);
  }

  private void round(Candidate web, List<Candidate> services, int count)
      throws IOException, SQLException {
    AddItemLoad load = load(count, options.number("requests", REQUESTS));
    add(web.name(), count, load.floor(web.process().base(), web.jvm()));
    store.run(count).forEach((what, seen) -> add(what, count, seen));
    for (Candidate each : services) {
      add(each.name(), count, load.service(each.process().base(), each.jvm()));
    }
  }

  /** Bills write the log to the disk; a few of them show how long a till waits. */
  private void sell(List<Candidate> services) throws IOException {
    int carts = options.number("bills", 60);
    for (int count : lines) {
      List<BillTimes> times = services.stream().map(each -> new BillTimes()).toList();
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < services.size(); i++) {
          Candidate each = services.get(i);
          times.get(i).sell(each.process().base(), each.jvm(), count, carts / rounds);
        }
      }
      for (int i = 0; i < services.size(); i++) {
        BillTimes seen = times.get(i);
        bills.add(
            cells(
                count,
                services.get(i).name(),
                seen.addMillis(),
                seen.billMillis(),
                seen.billMicros(),
                seen.billKibibytes()));
      }
    }
  }

  private void add(String what, int count, Figures seen) {
    figures
        .computeIfAbsent(what, name -> new LinkedHashMap<>())
        .computeIfAbsent(count, number -> new ArrayList<>())
        .add(seen);
  }

  private void report() {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    for (int count : lines) {
      figures.forEach(
          (what, byLines) -> {
            List<String> row = new ArrayList<>(cells(count, what));
            row.addAll(Figures.cells(byLines.getOrDefault(count, List.of())));
            rows.add(row);
          });
    }
    new Report()
        .head(
            "%d users, %d alternating rounds; medians, and the lowest and highest CPU time of a round."
                .formatted(users, rounds))
        .table(rows)
        .line("One till alone, medians of its waiting times:")
        .table(bills)
        .write(options.text("report", "floors"));
  }
}
