package dev.poscart.app.crash;

import dev.poscart.app.TestShop;
import dev.poscart.domain.fixtures.Delay;
import dev.poscart.domain.model.Transaction;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Terminals that travel between two services with separate databases and the same keys. Both are
 * killed in turn; in the end, the logs of both are checked.
 */
final class TravelRun implements AutoCloseable {

  private static final String KEYS = "pv1:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE=";
  private static final int TERMINALS = 6;
  private static final int SITES = 2;

  private final Random random;
  private final boolean numbered;
  private final Path profile;
  private final Figures figures = new Figures();
  private final List<SqliteDatabase> databases = new ArrayList<>();
  private final List<Service> sites = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(TERMINALS);
  private volatile boolean isOver;

  /**
   * Creates a run.
   *
   * @param numbered whether the terminals number their sales
   */
  TravelRun(long seed, Path folder, boolean numbered) throws Exception {
    this.random = new Random(seed);
    this.numbered = numbered;
    this.profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(TERMINALS));
    for (int site = 0; site < SITES; site++) {
      SqliteDatabase database =
          new SqliteDatabase(Files.createDirectories(folder.resolve("site-" + site)));
      databases.add(database);
      sites.add(new Service(() -> options(database), figures));
    }
  }

  private List<String> options(SqliteDatabase database) {
    List<String> options = new ArrayList<>(database.options());
    options.addAll(List.of("--store-profile", profile.toString(), "--snapshot-hmac-keys", KEYS));
    return options;
  }

  List<SqliteDatabase> databases() {
    return databases;
  }

  /**
   * Sells at least that long and that much, and checks.
   *
   * @param kills how often a site is killed, in turn
   */
  Figures run(Duration length, int minSales, int kills) throws Exception {
    for (Service site : sites) {
      site.start();
    }
    List<Future<List<TravelSale>>> tills = new ArrayList<>();
    for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
      tills.add(threads.submit(till(terminalNo)));
    }
    long end = System.nanoTime() + length.toNanos();
    for (int kill = 0;
        kill < kills || System.nanoTime() < end || figures.of("sales") < minSales;
        kill++) {
      Delay.ofMillis(200 + random.nextInt(600));
      rethrowFailures(tills);
      if (kills > 0) {
        sites.get(kill % SITES).kill();
        sites.get(kill % SITES).start();
      }
    }
    isOver = true;
    List<TravelSale> sales = new ArrayList<>();
    for (Future<List<TravelSale>> till : tills) {
      sales.addAll(till.get(150, TimeUnit.SECONDS));
    }
    check(sales);
    return figures;
  }

  private TravellingTill till(int terminalNo) {
    return new TravellingTill(
        terminalNo, sites, numbered, () -> isOver, figures, new Random(random.nextLong()), client);
  }

  private static void rethrowFailures(List<Future<List<TravelSale>>> tills) throws Exception {
    for (Future<List<TravelSale>> till : tills) {
      if (till.isDone()) {
        till.get();
      }
    }
  }

  private void check(List<TravelSale> sales) throws Exception {
    List<List<Transaction>> logs = new ArrayList<>();
    for (int site = 0; site < SITES; site++) {
      sites.get(site).terminate();
      try (StoreView store = databases.get(site).open()) {
        logs.add(List.copyOf(new StoredLog(store.log(), TERMINALS).all()));
      }
    }
    int doubles = new TravelCheck(sales, numbered).check(logs);
    for (int sold = 0; sold < doubles; sold++) {
      figures.count("sales in both logs");
    }
  }

  Figures figures() {
    return figures;
  }

  @Override
  public void close() {
    isOver = true;
    threads.shutdownNow();
    sites.forEach(Service::abandon);
  }
}
