package dev.poscart.benchmarks.load;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.app.load.LoadTerminal;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import dev.poscart.benchmarks.Till;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * The command: half of the users sell known items, the other half enter items that were never
 * looked up; then the item master hangs. See its script for the options.
 */
public final class MixedLoad {

  private static final int ITEMS = 5;
  private static final List<String> ROUTES = List.of("create", "add", "subtotal", "pay", "bill");

  private final Options options;
  private final List<LoadTerminal> terminals;
  private final List<String> known = Shop.itemCodes(ITEMS);
  private final AtomicLong nextNew = new AtomicLong(3_000_000_000_000L);

  private MixedLoad(Options options) {
    this.options = options;
    terminals = Shop.terminals(2 * options.number("pairs", 15));
  }

  /** Runs the load and writes the report. */
  public static void main(String[] words) {
    new MixedLoad(new Options(Set.of("pairs", "seconds", "warm-up"), words)).run();
  }

  private void run() {
    int seconds = options.number("seconds", 15);
    try (Subject subject = Subject.start("shipped", terminals.size())) {
      phase(subject, options.number("warm-up", 10));
      Phase before = phase(subject, seconds);
      subject.hang(true);
      Phase during = phase(subject, seconds);
      subject.hang(false);
      Phase after = phase(subject, seconds);
      write(seconds, before, during, after, subject.channels());
    }
  }

  /** The results of the selling users and of the others. */
  private record Phase(StepTimes selling, StepTimes entering) {}

  private Phase phase(Subject subject, int seconds) {
    Phase phase = new Phase(new StepTimes(), new StepTimes());
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < terminals.size(); i += 2) {
      Till selling = subject.till(terminals.get(i), phase.selling());
      Till entering = subject.till(terminals.get(i + 1), phase.entering());
      threads.add(new Thread(() -> sell(selling, until)));
      threads.add(new Thread(() -> enterNewItems(entering, until)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return phase;
  }

  private void sell(Till till, long until) {
    while (System.nanoTime() < until) {
      String cartId = till.createCart();
      known.forEach(itemCode -> till.add(cartId, itemCode));
      till.sell(cartId);
      pause();
    }
  }

  private void enterNewItems(Till till, long until) {
    String cartId = till.createCart();
    while (System.nanoTime() < until) {
      till.add(cartId, String.valueOf(nextNew.incrementAndGet()));
      pause();
    }
    till.cancel(cartId);
  }

  /** Users pause between requests, so that the load is steady and the phases can be compared. */
  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
  }

  private static List<List<String>> rows(Phase before, Phase during, Phase after) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        cells(
            "request",
            "before: p50 ms",
            "p99 ms",
            "while it hangs: p50 ms",
            "p99 ms",
            "greatest ms",
            "requests",
            "p50 as a multiple",
            "after: p50 ms"));
    for (String route : ROUTES) {
      rows.add(
          row(
              route.equals("add") ? "add a known item" : route,
              before.selling().of(route),
              during.selling().of(route),
              after.selling().of(route)));
    }
    rows.add(
        row(
            "add a new item",
            before.entering().of("add"),
            during.entering().of("add"),
            after.entering().of("add")));
    return rows;
  }

  private void write(int seconds, Phase before, Phase during, Phase after, long channels) {
    Histogram refused = during.entering().of("add");
    new Report()
        .head(
            ("%d users sell known items, %d users enter items that were never entered before, for"
                    + " %d s each: before, while the item master takes calls and does not answer, and"
                    + " after. The packaged service as it is; a look-up may take 5 s.")
                .formatted(terminals.size() / 2, terminals.size() / 2, seconds))
        .table(rows(before, during, after))
        .line(
            ("While it hung, the selling users had %d answers, %d of them not 2xx. New items were"
                    + " refused with 503 %d times; of all answers to those who enter them, half came"
                    + " within %s ms and the slowest after %s ms. Connections at the master in all: "
                    + "%d.")
                .formatted(
                    during.selling().countOthers(-1),
                    during.selling().countOthers(200) - during.selling().count(201),
                    during.entering().count(503),
                    StepTimes.millis(refused, 50),
                    StepTimes.millis(refused, 100),
                    channels))
        .write("mixed");
  }

  private static List<String> row(
      String what, Histogram before, Histogram during, Histogram after) {
    return cells(
        what,
        StepTimes.millis(before, 50),
        StepTimes.millis(before, 99),
        StepTimes.millis(during, 50),
        StepTimes.millis(during, 99),
        StepTimes.millis(during, 100),
        during.getTotalCount(),
        String.format(
            Locale.ROOT,
            "%.2f",
            during.getValueAtPercentile(50) / (double) before.getValueAtPercentile(50)),
        StepTimes.millis(after, 50));
  }
}
