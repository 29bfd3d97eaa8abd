package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Delay;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Tills that look up items in a loop and continue after a failure. */
final class Callers implements AutoCloseable {

  private final ItemMasterAdapter adapter;
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final Queue<Long> waitedMillis = new ConcurrentLinkedQueue<>();
  private final AtomicLong lastAnswerNanos = new AtomicLong();
  private volatile boolean over;

  Callers(ItemMasterAdapter adapter, int count) {
    this.adapter = adapter;
    threads = Executors.newFixedThreadPool(count);
    for (int i = 0; i < count; i++) {
      running.add(threads.submit(this::ask));
    }
  }

  private Object ask() throws Exception {
    while (!over) {
      long start = System.nanoTime();
      boolean good =
          Await.result(
              adapter
                  .port()
                  .findItems(TERMINAL, Set.of(ONIGIRI))
                  .handle((items, failure) -> failure == null));
      if (good) {
        lastAnswerNanos.set(System.nanoTime());
        waitedMillis.add((System.nanoTime() - start) / 1_000_000);
        answered.incrementAndGet();
      } else {
        failed.incrementAndGet();
      }
      // A till pauses between look-ups.
      Delay.ofMillis(10);
    }
    return over;
  }

  int answered() {
    return answered.get();
  }

  int failed() {
    return failed.get();
  }

  /** The waiting times of the look-ups answered since the last call. */
  List<Long> takeWaitedMillis() {
    List<Long> taken = new ArrayList<>();
    for (Long each = waitedMillis.poll(); each != null; each = waitedMillis.poll()) {
      taken.add(each);
    }
    return taken;
  }

  /** Waits for one more answer and returns its time. */
  long nextAnswerNanos() {
    int before = answered.get();
    Await.until("a caller is answered", () -> answered.get() > before);
    return lastAnswerNanos.get();
  }

  @Override
  public void close() {
    over = true;
    threads.shutdown();
    try {
      for (Future<?> caller : running) {
        caller.get(60, TimeUnit.SECONDS);
      }
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("a caller broke down", e);
    }
  }
}
