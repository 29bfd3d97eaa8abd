package dev.poscart.app.crash;

import dev.poscart.adapters.grpc.FaultProxy;
import dev.poscart.app.TestShop;
import dev.poscart.app.itemmaster.CountingItemMaster;
import dev.poscart.app.profile.StoreProfileReader;
import dev.poscart.domain.fixtures.Await;
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
import java.util.stream.Collectors;

/**
 * Days in a shop under faults. Each day, the terminals sell while random faults occur; the service
 * is killed once more; everything recovers, the last customers are served, the events arrive, the
 * service shuts down, and the stored data is checked.
 */
final class CrashRun implements AutoCloseable {

  private static final Duration MAX_QUIET = Duration.ofMinutes(2);

  private final CrashPlan plan;
  private final Database database;
  private final Path profile;
  private final Figures figures = new Figures();
  private final EventSink sink;
  private final CountingItemMaster itemMaster;
  private final FaultProxy itemGate;
  private final List<Service> services = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random;
  private final ExecutorService threads;
  private History history = new History();

  CrashRun(CrashPlan plan, Database database, Path folder) throws Exception {
    this.plan = plan;
    this.database = database;
    this.random = new Random(plan.seed());
    this.threads = Executors.newFixedThreadPool(plan.terminals());
    this.profile =
        Files.writeString(folder.resolve("shop.json"), TestShop.profile(plan.terminals()));
    this.sink = new EventSink(plan.seed(), figures);
    this.itemMaster =
        new CountingItemMaster(new StoreProfileReader("20251123").readFile(profile).catalogue());
    int itemPort = Integer.parseInt(itemMaster.target().replaceAll(".*:", ""));
    this.itemGate = new FaultProxy(() -> itemPort);
    for (int i = 0; i < plan.services(); i++) {
      services.add(new Service(this::options, figures));
    }
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(database.options());
    options.addAll(
        List.of(
            "--store-profile", profile.toString(),
            "--master-data-grpc-url", itemGate.target(),
            "--grpc-timeout", "2",
            "--item-cache-ttl-seconds", "2",
            "--recovery-interval-seconds", "1",
            "--pubsub-url", sink.url(),
            "--pubsub-interval-seconds", "0.2",
            "--pubsub-timeout-seconds", "2",
            "--pubsub-max-republications", "0"));
    return options;
  }

  /** Runs as long as planned; fails at the first broken promise. */
  Figures run() throws Exception {
    long end = System.nanoTime() + plan.length().toNanos();
    do {
      if (day() > database.maxTransactions()) {
        database.renew();
        history = new History();
        sink.clear();
      }
      figures.count("days");
    } while (System.nanoTime() < end);
    return figures;
  }

  private int day() throws Exception {
    TradingDay day =
        new TradingDay(history, figures, any -> services.get(any % services.size()).port(), client);
    sink.setHealthy(false);
    startAll();
    List<Future<Boolean>> tills = new ArrayList<>();
    for (int terminalNo = 1; terminalNo <= plan.terminals(); terminalNo++) {
      tills.add(threads.submit(new CashierWorkload(day, terminalNo, random.nextLong())));
    }
    attack(tills);
    day.end();
    for (Service service : services) {
      service.kill();
    }
    startAll();
    sink.setHealthy(true);
    for (Future<Boolean> till : tills) {
      till.get(300, TimeUnit.SECONDS);
    }
    return check();
  }

  private void startAll() throws Exception {
    for (Service service : services) {
      service.start();
    }
  }

  private List<Fault> faults() {
    if (plan.isPair()) {
      return ServiceFaults.ofProcesses();
    }
    List<Fault> faults = new ArrayList<>(database.faults());
    faults.addAll(ServiceFaults.ofProcesses());
    faults.addAll(ServiceFaults.ofPeerServices(itemGate, sink));
    return faults;
  }

  private void attack(List<Future<Boolean>> tills) throws Exception {
    FaultSchedule deck = new FaultSchedule(faults(), random, plan.eachOnce());
    int turn = 0;
    long end = System.nanoTime() + plan.day().toNanos();
    while (!(plan.eachOnce() ? deck.isEmpty() && hasSold() : System.nanoTime() > end)) {
      Delay.ofMillis(plan.pause().toMillis() / 2 + random.nextInt((int) plan.pause().toMillis()));
      for (Future<Boolean> till : tills) {
        if (till.isDone()) {
          till.get();
        }
      }
      if (plan.eachOnce() && deck.isEmpty()) {
        continue;
      }
      Fault fault = deck.next();
      figures.count(fault.name());
      fault.action().on(services.get(turn++ % services.size()), random);
    }
  }

  /** On a slow machine all faults may be over before enough sales were made. */
  private boolean hasSold() {
    return figures.of("sales") >= plan.minSales();
  }

  private int check() throws Exception {
    if (plan.awaitEvents()) {
      awaitEvents();
    }
    for (Service service : services) {
      service.terminate();
    }
    try (StoreView store = database.open()) {
      int transactions =
          new InvariantChecker(store, history, sink::eventsOf, plan.terminals())
              .check(plan.awaitEvents());
      figures.count("checks");
      return transactions;
    }
  }

  /** Waits until all events have arrived; the check reports any that are missing. */
  private void awaitEvents() {
    SettledCheck quiet = new SettledCheck(services.get(0)::port, sink, plan.terminals(), client);
    var unused = Await.within(MAX_QUIET, quiet::isReached);
  }

  Figures figures() {
    return figures;
  }

  String output() {
    return services.stream().map(Service::output).collect(Collectors.joining("\n----\n"));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    services.forEach(Service::abandon);
    itemGate.close();
    itemMaster.close();
    sink.close();
  }
}
