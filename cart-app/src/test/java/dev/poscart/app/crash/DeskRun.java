package dev.poscart.app.crash;

import dev.poscart.app.TestShop;
import dev.poscart.app.TestTill;
import dev.poscart.domain.fixtures.Delay;
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

/** Terminals that are opened and closed at the desk of a service that is killed meanwhile. */
final class DeskRun implements AutoCloseable {

  private static final int TERMINALS = 4;

  private final Random random;
  private final SqliteDatabase database;
  private final Service service;
  private final Figures figures = new Figures();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(TERMINALS);
  private final List<ToldShift> shifts = new ArrayList<>();
  private volatile boolean isOver;

  DeskRun(long seed, Path folder) throws Exception {
    this.random = new Random(seed);
    this.database = new SqliteDatabase(folder);
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(TERMINALS));
    List<String> options = new ArrayList<>(database.options());
    options.addAll(
        List.of("--store-profile", profile.toString(), "--recovery-interval-seconds", "1"));
    this.service = new Service(() -> options, figures);
  }

  SqliteDatabase database() {
    return database;
  }

  /**
   * Opens and closes at least that long and that often.
   *
   * @param kills how often the service is killed at least; 0: never
   */
  Figures work(Duration length, int minShifts, int kills) throws Exception {
    service.start();
    List<Future<List<ToldShift>>> tills = new ArrayList<>();
    for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
      tills.add(threads.submit(till(terminalNo)));
    }
    long end = System.nanoTime() + length.toNanos();
    for (int kill = 0; kill < kills || System.nanoTime() < end; kill++) {
      Delay.ofMillis(500 + random.nextInt(2_000));
      rethrowFailures(tills);
      service.kill();
      service.start();
    }
    while (figures.of("shifts") < minShifts) {
      Delay.ofMillis(50);
      rethrowFailures(tills);
    }
    isOver = true;
    for (Future<List<ToldShift>> till : tills) {
      shifts.addAll(till.get(150, TimeUnit.SECONDS));
    }
    service.terminate();
    return figures;
  }

  /** Compares what is stored with what the terminals were told. */
  void check() {
    try (StoreView store = database.open()) {
      new DeskCheck(store, TERMINALS).check(shifts, TERMINALS);
    }
  }

  private static void rethrowFailures(List<Future<List<ToldShift>>> tills) throws Exception {
    for (Future<List<ToldShift>> till : tills) {
      if (till.isDone()) {
        till.get();
      }
    }
  }

  private DeskTill till(int terminalNo) {
    Random own = new Random(random.nextLong());
    TestTill till =
        new TestTill(client, 1, TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo))
            .checkingOneOf(7);
    TerminalConnection connection =
        new TerminalConnection(till, any -> service.port(), own, figures);
    return new DeskTill(terminalNo, connection, () -> isOver, figures, own);
  }

  @Override
  public void close() {
    isOver = true;
    threads.shutdownNow();
    service.abandon();
  }
}
