package dev.poscart.app.load;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Users that run the scenario concurrently, each at its own terminal if there are enough. */
public final class Crowd {

  private static final Duration SLICE = Duration.ofMillis(500);

  private final Scenario scenario;
  private final List<LoadTerminal> terminals;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Crowd(Scenario scenario, List<LoadTerminal> terminals) {
    this.scenario = scenario;
    this.terminals = List.copyOf(terminals);
  }

  /**
   * Loads the target for some time, until the carts in progress are finished.
   *
   * @param seconds is told twice a second how long the run has lasted
   */
  public CompletionStage<LoadResult> load(
      LoadTarget target, int users, Duration time, LongConsumer seconds) {
    Meter meter = new Meter(target);
    long until = System.nanoTime() + time.toNanos();
    CompletableFuture<?>[] all =
        IntStream.range(0, users)
            .mapToObj(user -> work(user, target, meter, until))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture<Void> ended = CompletableFuture.allOf(all);
    slice(meter, ended, seconds);
    return ended.thenApply(
        done -> {
          meter.cut();
          return meter.result(users);
        });
  }

  private CompletableFuture<Void> work(int user, LoadTarget target, Meter meter, long until) {
    LoadTerminal terminal = terminals.get(user % terminals.size());
    TimedTill till =
        new TimedTill(client, target.service(), terminal.id(), terminal.apiKey(), meter);
    CompletableFuture<Void> ended = new CompletableFuture<>();
    work(till, new Random(user), until, ended);
    return ended;
  }

  /** One cart after the other. Each waits for answers, so that this is no recursion. */
  private void work(TimedTill till, Random random, long until, CompletableFuture<Void> ended) {
    if (System.nanoTime() >= until) {
      ended.complete(null);
      return;
    }
    var unused =
        scenario
            .run(till, random, until)
            .whenComplete(
                (done, failure) -> {
                  if (failure == null) {
                    work(till, random, until, ended);
                  } else {
                    ended.completeExceptionally(failure);
                  }
                });
  }

  private static void slice(Meter meter, CompletableFuture<Void> ended, LongConsumer seconds) {
    CompletableFuture.delayedExecutor(SLICE.toMillis(), TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              if (!ended.isDone()) {
                seconds.accept((long) meter.cut());
                slice(meter, ended, seconds);
              }
            });
  }
}
