package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.usecase.cart.CartRetention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionJobTest {

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final InMemoryCartStore carts = new InMemoryCartStore(clock);
  private final AtomicInteger counted = new AtomicInteger();
  private final LogLines log = LogLines.of(RetentionJob.class, Level.INFO);

  /** Each run asks for the tenants and gets this stage. */
  private final BlockingQueue<CompletableFuture<List<String>>> asked = new LinkedBlockingQueue<>();

  private final RetentionJob job =
      new RetentionJob(
          Optional.of(new CartRetention(carts, new Tenants(), Duration.ofDays(7), clock)),
          Duration.ofMillis(1),
          counted::addAndGet);

  private final class Tenants implements StoreDirectory {

    @Override
    public CompletionStage<Optional<Store>> find(StoreKey store) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<List<String>> tenantIds() {
      CompletableFuture<List<String>> answer = new CompletableFuture<>();
      asked.add(answer);
      return answer;
    }
  }

  @AfterEach
  void leave() {
    var unused = job.stop();
    log.close();
  }

  @Test
  void oldCarts_areRemoved_countedAndLogged() throws Exception {
    Await.result(carts.insert(CartTestData.idleCart("c1")).thenApply(done -> true));
    clock.advance(Duration.ofDays(8));
    job.start();
    next().complete(List.of("A1234"));
    next().complete(List.of("A1234"));
    var unused = next();

    assertThat(counted).hasValue(1);
    assertThat(log.all()).containsExactly("INFO removed 1 old carts");
  }

  @Test
  void failure_isLoggedOnce_untilARunSucceeds() throws Exception {
    job.start();
    fail();
    fail();
    fail();
    next().complete(List.of());
    fail();
    fail();
    var unused = next();

    assertThat(log.all())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("WARN removing old carts failed: "));
  }

  @Test
  void stop_waitsForTheRunInProgress_andPreventsFurtherRuns() throws Exception {
    Await.result(carts.insert(CartTestData.idleCart("c1")).thenApply(done -> true));
    clock.advance(Duration.ofDays(8));
    job.start();
    CompletableFuture<List<String>> run = next();
    CompletableFuture<Void> stopped = job.stop().toCompletableFuture();
    assertThat(stopped).isNotDone();

    run.complete(List.of("A1234"));

    assertThat(stopped).succeedsWithin(Duration.ofSeconds(30));
    assertThat(counted).hasValue(0);
    assertThat(asked).isEmpty();
  }

  @Test
  void withoutRetention_noCartsAreSearched() {
    RetentionJob keepsAll =
        new RetentionJob(Optional.empty(), Duration.ofMillis(1), counted::addAndGet);
    keepsAll.start();

    assertThat(keepsAll.stop().toCompletableFuture()).isCompleted();
    assertThat(counted).hasValue(0);
  }

  private CompletableFuture<List<String>> next() throws InterruptedException {
    return Optional.ofNullable(asked.poll(30, TimeUnit.SECONDS)).orElseThrow();
  }

  private void fail() throws InterruptedException {
    next().completeExceptionally(new IllegalStateException("staged"));
  }
}
