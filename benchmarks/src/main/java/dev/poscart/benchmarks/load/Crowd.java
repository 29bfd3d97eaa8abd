package dev.poscart.benchmarks.load;

import dev.poscart.benchmarks.Till;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Users that run the scenario concurrently, each at its own terminal if there are enough. */
final class Crowd {

  private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(500);

  private final Scenario scenario;
  private final List<Shop.Terminal> terminals;

  Crowd(Scenario scenario, List<Shop.Terminal> terminals) {
    this.scenario = scenario;
    this.terminals = terminals;
  }

  /** Loads the subject for some seconds, until the carts in progress are finished. */
  Result load(Subject subject, int users, int seconds) {
    Meter meter = new Meter(subject);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Thread> threads = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      Till till = subject.till(terminals.get(user % terminals.size()), meter);
      Random random = new Random(user);
      Thread thread = new Thread(() -> work(till, random, until), "user-" + user);
      threads.add(thread);
      thread.start();
    }
    long next = System.nanoTime() + SLICE;
    while (threads.stream().anyMatch(Thread::isAlive)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
      if (System.nanoTime() >= next && next <= until) {
        meter.cut();
        next += SLICE;
      }
    }
    meter.cut();
    return meter.result(users);
  }

  private void work(Till till, Random random, long until) {
    while (System.nanoTime() < until) {
      scenario.run(till, random, until);
    }
  }
}
