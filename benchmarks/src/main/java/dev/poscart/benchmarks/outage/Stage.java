package dev.poscart.benchmarks.outage;

import dev.poscart.app.load.LoadTerminal;
import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.ServiceProcess;
import dev.poscart.benchmarks.Till;
import dev.poscart.benchmarks.load.Shop;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A service, an item master, the network between them, and tills that enter one new item after
 * another. No item is cached, so each is looked up.
 */
final class Stage implements AutoCloseable {

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final Duration THINKING = Duration.ofMillis(10);
  private static final int ITEMS_PER_CART = 20;

  private final ItemMasterProcess itemMaster = new ItemMasterProcess();
  private final SilentNetwork network = new SilentNetwork(itemMaster.port());
  private final Path folder = BenchmarkPaths.temporary();
  private final ServiceProcess service;
  private final List<TillLog> logs = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final HttpClient client = Till.newClient();
  private final AtomicLong nextItem = new AtomicLong(3_000_000_000_000L);
  private final List<LoadTerminal> terminals;
  private volatile boolean over;

  /**
   * Starts everything except the tills.
   *
   * @param more options of the service
   */
  Stage(Path jar, int tills, List<String> more) {
    terminals = Shop.terminals(tills);
    List<String> words = new ArrayList<>(more);
    words.addAll(
        List.of(
            "--store-profile",
            Shop.writeProfile(folder, tills).toString(),
            "--master-data-grpc-url",
            network.target(),
            "--use-item-cache",
            "false",
            "--item-stale-limit-seconds",
            "0",
            // Its calls would be counted as well.
            "--item-master-warm-up",
            "false"));
    service = ServiceProcess.ofJar(jar, folder.resolve("data"), words);
    terminals.forEach(terminal -> logs.add(new TillLog()));
  }

  SilentNetwork network() {
    return network;
  }

  ItemMasterProcess itemMaster() {
    return itemMaster;
  }

  /** The number of successful look-ups of all tills. */
  long goodLookUps() {
    return logs.stream().mapToLong(TillLog::goodInAll).sum();
  }

  /** The first till enters one item, repeatedly until it is accepted. */
  void enterOneItem() {
    Till till = till(0);
    long before = goodLookUps();
    while (goodLookUps() == before) {
      till.add(till.createCart(), nextCode());
    }
  }

  /** Makes all tills enter items, one after another. */
  void open() {
    for (int i = 0; i < terminals.size(); i++) {
      Till till = till(i);
      Thread thread = new Thread(() -> enterItems(till));
      threads.add(thread);
      thread.start();
    }
  }

  private void enterItems(Till till) {
    while (!over) {
      String cartId = till.createCart();
      for (int i = 0; i < ITEMS_PER_CART && !over; i++) {
        till.add(cartId, nextCode());
        LockSupport.parkNanos(THINKING.toNanos());
      }
      till.cancel(cartId);
    }
  }

  private Till till(int no) {
    LoadTerminal terminal = terminals.get(no);
    return new Till(client, service.base(), terminal.id(), terminal.apiKey(), logs.get(no));
  }

  private String nextCode() {
    return String.valueOf(nextItem.incrementAndGet());
  }

  /** Waits until each till has entered this many more items. */
  void awaitItems(int each) {
    List<Long> before = logs.stream().map(TillLog::goodInAll).toList();
    await(
        () -> {
          for (int i = 0; i < logs.size(); i++) {
            if (logs.get(i).goodInAll() < before.get(i) + each) {
              return false;
            }
          }
          return true;
        });
  }

  /** Forgets the recorded look-ups but keeps the counts. */
  void forgetLookUps() {
    logs.forEach(TillLog::clear);
  }

  /** How long each till has waited since a moment; blocks until all have an item again. */
  List<TillLog.Wait> awaitWaitsSince(long momentNanos) {
    await(() -> logs.stream().allMatch(log -> log.waitSince(momentNanos).isPresent()));
    return logs.stream().flatMap(log -> log.waitSince(momentNanos).stream()).toList();
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + LONGEST_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - until > 0) {
        throw new IllegalStateException("a till has not had an item for a minute");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** The tills finish their requests and enter no more items. */
  void closeTills() {
    over = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    closeTills();
    service.close();
    network.close();
    itemMaster.close();
    BenchmarkPaths.remove(folder);
  }
}
