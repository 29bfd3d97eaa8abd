package dev.poscart.benchmarks.floors;

import dev.poscart.app.load.LoadTerminal;
import dev.poscart.benchmarks.load.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * Users who enter items, one by one, into carts that were opened before.
 *
 * @param lines how many lines the carts have on average
 * @param adds how many items each user enters at least
 */
record AddItemLoad(int users, int lines, int adds) {

  private static final Pattern CART_ID = Pattern.compile("\"cartId\":\"([^\"]+)\"");
  private static final int CODES = 400;
  private static final long FIRST_CODE = 2_000_000_000_000L;
  private static final long MAX_NANOS = 60_000_000_000L;

  /** Runs against the service. */
  Figures service(URI base, RunningJvm jvm) {
    return run(base, jvm, this::open);
  }

  /** Runs against the web floor, which has an answer for each number of lines. */
  Figures floor(URI base, RunningJvm jvm) {
    return run(base, jvm, (till, terminal) -> List.of(String.valueOf(lines)));
  }

  /** The answer to the last item of a cart with this number of lines. */
  byte[] sample(URI base) throws IOException {
    LoadTerminal terminal = Shop.terminals(1).get(0);
    try (TillSocket till = new TillSocket(base, terminal.apiKey())) {
      return till.post(target(open(till, terminal, lines - 1), "lineItems", terminal), items(1, 0));
    }
  }

  /** Provides the carts of a user. */
  @FunctionalInterface
  private interface Opening {
    List<String> carts(TillSocket till, LoadTerminal terminal) throws IOException;
  }

  private int addsPerCart() {
    return lines < 20 ? 2 * lines : lines / 5;
  }

  private List<String> open(TillSocket till, LoadTerminal terminal) throws IOException {
    List<String> carts = new ArrayList<>();
    for (int opened = 0; opened < adds; opened += addsPerCart()) {
      carts.add(open(till, terminal, lines - addsPerCart() / 2));
    }
    return carts;
  }

  static String open(TillSocket till, LoadTerminal terminal, int filled) throws IOException {
    byte[] created = till.post("/api/v1/carts?terminal_id=" + terminal.id(), "{}");
    Matcher found = CART_ID.matcher(new String(created, StandardCharsets.UTF_8));
    if (!found.find()) {
      throw new IOException("no cart id");
    }
    for (int from = 0; from < filled; from += 50) {
      till.post(
          target(found.group(1), "lineItems", terminal), items(Math.min(50, filled - from), from));
    }
    return found.group(1);
  }

  private Figures run(URI base, RunningJvm jvm, Opening opening) {
    Histogram nanos = new SynchronizedHistogram(MAX_NANOS, 3);
    CyclicBarrier begin = new CyclicBarrier(users + 1);
    List<Thread> threads = new ArrayList<>();
    for (LoadTerminal terminal : Shop.terminals(users)) {
      Thread user = new Thread(() -> work(base, terminal, opening, begin, nanos));
      user.start();
      threads.add(user);
    }
    await(begin);
    RunningJvm.Usage before = jvm.usage();
    long started = System.nanoTime();
    await(begin);
    threads.forEach(AddItemLoad::join);
    long took = System.nanoTime() - started;
    RunningJvm.Usage after = jvm.usage();
    return Figures.of(nanos, took, after.cpuNanosSince(before), after.allocatedSince(before));
  }

  private void work(
      URI base, LoadTerminal terminal, Opening opening, CyclicBarrier begin, Histogram nanos) {
    Histogram own = new Histogram(MAX_NANOS, 3);
    try (TillSocket till = new TillSocket(base, terminal.apiKey())) {
      List<String> carts = opening.carts(till, terminal);
      await(begin);
      await(begin);
      for (int i = 0; i < adds; i++) {
        String target = target(carts.get(i / addsPerCart() % carts.size()), "lineItems", terminal);
        long started = System.nanoTime();
        till.post(target, items(1, i));
        own.recordValue(System.nanoTime() - started);
      }
    } catch (IOException e) {
      begin.reset();
      throw new UncheckedIOException(e);
    }
    nanos.add(own);
  }

  static String target(String cartId, String action, LoadTerminal terminal) {
    return "/api/v1/carts/" + cartId + "/" + action + "?terminal_id=" + terminal.id();
  }

  static String items(int count, int from) {
    return IntStream.range(from, from + count)
        .mapToObj(no -> "{\"itemCode\": \"" + (FIRST_CODE + no % CODES) + "\", \"quantity\": 1}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException("a user could not go on", e);
    }
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
