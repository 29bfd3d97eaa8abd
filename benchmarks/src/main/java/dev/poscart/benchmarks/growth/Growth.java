package dev.poscart.benchmarks.growth;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.adapters.sqlite.SqliteConfig;
import dev.poscart.adapters.sqlite.SqliteStoreSet;
import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.floors.Figures;
import dev.poscart.benchmarks.load.Shop;
import dev.poscart.benchmarks.rival.CountingItemMaster;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.usecase.audit.LogReport;
import dev.poscart.domain.usecase.audit.LogVerification;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The command {@code benchmarks/growth}. */
final class Growth {

  private static final String TENANT = "B0001";
  private static final int PAGE_SIZE = 200;

  private final Options options;
  private final int rounds;
  private final int requests;
  private final Path folder = BenchmarkPaths.temporary();
  private final CountingItemMaster itemMaster = new CountingItemMaster();
  private final Path profile = Shop.writeProfile(folder, LogGenerator.TILLS);
  private final List<MeasuredLog> logs = new ArrayList<>();
  private final Map<String, Map<Integer, List<Figures>>> figures = new LinkedHashMap<>();
  private final List<List<String>> files =
      new ArrayList<>(
          List.of(cells("transactions", "MiB", "filled in s", "verify-log s", "s per 100,000")));

  private Growth(Options options) {
    this.options = options;
    this.rounds = options.number("rounds", 5);
    this.requests = options.number("requests", 1_000);
  }

  /** Measures and reports. */
  public static void main(String... words) throws IOException, InterruptedException {
    new Growth(new Options(Set.of("sizes", "rounds", "requests", "idle", "report", "fill"), words))
        .run();
  }

  private void run() throws IOException, InterruptedException {
    try {
      Transaction sale = sample();
      String kept = options.text("fill", "");
      if (!kept.isEmpty()) {
        fill(Files.createDirectories(Path.of(kept)), sale);
        return;
      }
      for (int size : options.numbers("sizes", "1000,10000,100000,1000000")) {
        add(size, sale);
      }
      String today = sale.session().businessDate();
      for (MeasuredLog log : logs) {
        warmUp(log, today);
      }
      for (int round = 0; round < rounds; round++) {
        for (MeasuredLog log : logs) {
          measure(log, today);
        }
      }
      report();
    } finally {
      for (MeasuredLog log : logs) {
        log.close();
      }
      itemMaster.close();
      BenchmarkPaths.remove(folder);
    }
  }

  /** A sale as the service books it. */
  private Transaction sample() throws IOException {
    Path data = folder.resolve("sample");
    try (MeasuredLog log = new MeasuredLog(1, service(data))) {
      log.bill(1);
    }
    SqliteStoreSet stores = look(data);
    try {
      return stores
          .transactions()
          .find(new TerminalKey(TENANT, "0001", 1), 1)
          .toCompletableFuture()
          .join()
          .orElseThrow();
    } finally {
      stores.close().toCompletableFuture().join();
    }
  }

  /** A log to keep, of a shop whose profile is in the database, for the commands of the program. */
  private void fill(Path data, Transaction sale) throws InterruptedException {
    int size = options.numbers("sizes", "1000000").get(0);
    new LogGenerator(sale, true).fill(data.resolve("poscart.db"), size);
    try (ServiceProcess service = service(data)) {
      service.base();
    }
  }

  private void add(int size, Transaction sale) throws IOException, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("log" + size));
    Path file = data.resolve("poscart.db");
    long started = System.nanoTime();
    new LogGenerator(sale, false).fill(file, size);
    double filled = (System.nanoTime() - started) / 1e9;
    double verified = verify(data, size);
    files.add(
        cells(
            size,
            Files.size(file) >> 20,
            text("%.1f", filled),
            text("%.2f", verified),
            text("%.2f", verified / size * 100_000)));
    logs.add(new MeasuredLog(size, service(data)));
  }

  /** The processor time of a verification, in seconds. */
  private static double verify(Path data, int size) {
    SqliteStoreSet stores = look(data);
    try {
      long before = cpuNanos();
      LogReport report =
          new LogVerification(stores.inspection(), stores.transactions(), PAGE_SIZE)
              .verify(TENANT, List.of(), finding -> System.err.println(finding))
              .toCompletableFuture()
              .join();
      if (report.entries() != size || report.findings() != 0) {
        throw new IllegalStateException(
            report.entries() + " entries, " + report.findings() + " findings");
      }
      return (cpuNanos() - before) / 1e9;
    } finally {
      stores.close().toCompletableFuture().join();
    }
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static SqliteStoreSet look(Path data) {
    return SqliteStoreSet.openToLook(SqliteConfig.of(data.resolve("poscart.db")));
  }

  private ServiceProcess service(Path data) {
    return ServiceProcess.packaged(
        data,
        List.of(
            "--store-profile", profile.toString(), "--master-data-grpc-url", itemMaster.target()));
  }

  private void warmUp(MeasuredLog log, String today) throws IOException {
    log.connect();
    log.read(5 * requests);
    log.bill(requests / 2);
    log.voids(requests / 2);
    log.listOfTheDay(2 * requests, today);
    log.report(requests / 5, today);
  }

  private void measure(MeasuredLog log, String today) throws IOException {
    log.connect();
    add("single read", log, log.read(requests));
    add("list of the day, first 20", log, log.listOfTheDay(requests, today));
    add("bill: the next number", log, log.bill(requests / 10));
    add("void", log, log.voids(requests / 10));
    add("X report of the day", log, log.report(requests / 20, today));
    add("idle, per second", log, log.idle(options.number("idle", 5)));
  }

  private void add(String what, MeasuredLog log, Figures seen) {
    figures
        .computeIfAbsent(what, name -> new LinkedHashMap<>())
        .computeIfAbsent(log.transactions(), number -> new ArrayList<>())
        .add(seen);
  }

  private void report() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells("what", "transactions", "CPU µs each", "from, to", "of the first", "p50 ms"));
    figures.forEach(
        (what, bySize) -> {
          double first = lowest(bySize.values().iterator().next());
          bySize.forEach((size, rounds) -> rows.add(row(what, size, rounds, first)));
        });
    new Report()
        .head(
            "Logs of %d tills with %d sales a day each; one till asks, %d alternating rounds."
                .formatted(LogGenerator.TILLS, LogGenerator.SALES_A_DAY, rounds))
        .table(rows)
        .line("The files, and the processor time of verify-log:")
        .table(files)
        .write(options.text("report", "growth"));
  }

  private static List<String> row(String what, int size, List<Figures> rounds, double first) {
    List<String> cells = Figures.cells(rounds);
    return cells(
        what, size, cells.get(1), cells.get(2), text("%.2f", lowest(rounds) / first), cells.get(4));
  }

  /** The processor time of the round that the machine's other work disturbed least. */
  private static double lowest(List<Figures> rounds) {
    return rounds.stream().mapToDouble(Figures::cpuMicros).min().orElseThrow();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
