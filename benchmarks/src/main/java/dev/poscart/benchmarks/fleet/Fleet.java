package dev.poscart.benchmarks.fleet;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.floors.RunningJvm;
import dev.poscart.benchmarks.footprint.ProcessFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The command {@code benchmarks/fleet}. */
final class Fleet {

  private static final int ITEMS = 5;

  private final Options options;
  private final TenantFleet fleet;
  private final int selling;
  private final Path folder = BenchmarkPaths.temporary();
  private final CountingServer mongo = CountingServer.start();
  private final List<List<String>> rows = new ArrayList<>(List.of(cells("what", "figure")));

  private Fleet(Options options) {
    this.options = options;
    this.fleet = new TenantFleet(options.number("tenants", 1_000));
    this.selling = Math.min(fleet.tenants(), options.number("selling", 200));
  }

  /** Measures and reports. */
  public static void main(String... words) throws IOException, InterruptedException {
    // The server warns of each index that it only pretends to have.
    System.setProperty("logback.configurationFile", "dev/poscart/benchmarks/fleet/quiet.xml");
    new Fleet(
            new Options(
                Set.of("tenants", "selling", "sales", "idle", "settle", "users", "report"), words))
        .run();
  }

  private void run() throws IOException, InterruptedException {
    List<String> words =
        List.of(
            "--store-profile", fleet.writeProfile(folder).toString(), "--mongodb-uri", mongo.uri());
    try {
      start("first start, with an empty database", words).close();
      measure(words);
      new Report()
          .head(
              "%d tenants with %d tills each, on a server in memory that counts the commands."
                  .formatted(fleet.tenants(), TenantFleet.TILLS))
          .table(rows)
          .write(options.text("report", "fleet"));
    } finally {
      mongo.close();
      BenchmarkPaths.remove(folder);
    }
  }

  private void measure(List<String> words) throws InterruptedException {
    try (ServiceProcess service = start("next start", words);
        RunningJvm jvm = RunningJvm.attach(service.pid())) {
      settle();
      idle(jvm);
      figures("idle", service);
      day(service.base(), jvm);
      figures("after the sales", service);
    }
  }

  private ServiceProcess start(String what, List<String> words) {
    long before = mongo.commands();
    ServiceProcess service = ServiceProcess.packaged(folder.resolve("data"), words);
    service.base(Duration.ofMinutes(10));
    double seconds = (System.nanoTime() - service.startedNanos()) / 1e9;
    add(what + ", until it listens", "%.1f s", seconds);
    add(what + ", commands until then", "%d", mongo.commands() - before);
    return service;
  }

  /** Until indexes and the first rounds of the background jobs are done. */
  private void settle() throws InterruptedException {
    long before = mongo.commands();
    TimeUnit.SECONDS.sleep(options.number("settle", 60));
    add("first rounds of the background jobs, commands", "%d", mongo.commands() - before);
  }

  private void idle(RunningJvm jvm) throws InterruptedException {
    int seconds = options.number("idle", 60);
    RunningJvm.Usage usage = jvm.usage();
    long commands = mongo.commands();
    TimeUnit.SECONDS.sleep(seconds);
    long cpu = jvm.usage().cpuNanosSince(usage);
    add("idle, commands a second", "%.1f", (mongo.commands() - commands) / (double) seconds);
    add("idle, share of a core", "%.2f %%", cpu / 1e7 / seconds);
  }

  private void figures(String when, ServiceProcess service) {
    ProcessFigures figures = ProcessFigures.of(service.pid());
    add(when + ", resident memory", "%s", figures.resident());
    add(when + ", heap after a collection", "%s", figures.heap());
    add(when + ", threads", "%s", figures.threads());
    add(when + ", connections to the database", "%d", mongo.connections());
  }

  private void day(URI base, RunningJvm jvm) throws InterruptedException {
    int sales = options.number("sales", 5);
    ExecutorService users = Executors.newFixedThreadPool(options.number("users", 15));
    RunningJvm.Usage usage = jvm.usage();
    long commands = mongo.commands();
    for (int sale = 0; sale < sales; sale++) {
      for (int tenant = 1; tenant <= selling; tenant++) {
        for (int till = 1; till <= TenantFleet.TILLS; till++) {
          int seller = tenant;
          int number = till;
          users.execute(() -> sell(base, seller, number));
        }
      }
    }
    users.shutdown();
    if (!users.awaitTermination(10, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the sales did not end");
    }
    int all = sales * selling * TenantFleet.TILLS;
    double cpu = jvm.usage().cpuNanosSince(usage) / 1e6 / all;
    String what = all + " sales of " + ITEMS + " items at " + selling + " tenants, ";
    add(what + "commands a sale", "%.1f", (mongo.commands() - commands) / (double) all);
    add(what + "processor time a sale", "%.2f ms", cpu);
  }

  private static void sell(URI base, int tenant, int till) {
    try {
      TenantFleet.sell(base, tenant, till, ITEMS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String what, String format, Object value) {
    rows.add(cells(what, String.format(Locale.ROOT, format, value)));
  }
}
