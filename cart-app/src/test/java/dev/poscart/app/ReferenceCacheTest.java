package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ReferenceCacheTest {

  private final List<CompletableFuture<String>> asked = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5;
  private final ReferenceCache<String, String> cache = cache(Duration.ofSeconds(60));

  @Test
  void d49_concurrentReaders_shareOneCall() {
    CompletionStage<String> first = cache.get("T1");
    CompletionStage<String> second = cache.get("T1");
    asked.get(0).complete("a");

    assertThat(result(first)).isEqualTo("a");
    assertThat(result(second)).isEqualTo("a");
    assertThat(result(cache.get("T1"))).isEqualTo("a");
    assertThat(asked).hasSize(1);
  }

  @Test
  void tenants_areKeptApart() {
    cache.get("T1");
    CompletionStage<String> other = cache.get("T2");
    asked.get(1).complete("b");

    assertThat(result(other)).isEqualTo("b");
    assertThat(asked).hasSize(2);
  }

  @Test
  void agingEntry_isServed_whileOneCallRefreshesIt() {
    remember("a");
    pass(31);

    assertThat(result(cache.get("T1"))).isEqualTo("a");
    assertThat(result(cache.get("T1"))).isEqualTo("a");
    assertThat(asked).hasSize(2);
    asked.get(1).complete("b");
    assertThat(result(cache.get("T1"))).isEqualTo("b");
  }

  @Test
  void expiredEntry_isNotServed() {
    remember("a");
    pass(60);

    CompletionStage<String> answer = cache.get("T1");
    assertThat(answer.toCompletableFuture()).isNotDone();
    asked.get(1).complete("b");
    assertThat(result(answer)).isEqualTo("b");
  }

  @Test
  void failure_isNotCached() {
    CompletionStage<String> first = cache.get("T1");
    asked.get(0).completeExceptionally(new IllegalStateException("down"));

    assertThatThrownBy(() -> result(first)).hasRootCauseMessage("down");
    remember("a");
  }

  @Test
  void failureInTheBackground_keepsTheEntry_andIsRetried() {
    remember("a");
    pass(31);
    cache.get("T1");
    asked.get(1).completeExceptionally(new IllegalStateException("down"));

    assertThat(result(cache.get("T1"))).isEqualTo("a");
    asked.get(2).complete("b");
    assertThat(result(cache.get("T1"))).isEqualTo("b");
  }

  @Test
  void timedOutCall_isRepeated() {
    cache.get("T1");
    pass(60);
    remember("a");
  }

  @Test
  void throwingSource_failsTheStage() {
    ReferenceCache<String, String> broken =
        new ReferenceCache<>(
            "test data",
            tenantId -> {
              throw new IllegalStateException("broken");
            },
            Duration.ofSeconds(60),
            () -> now);

    assertThatThrownBy(() -> result(broken.get("T1")))
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("broken");
  }

  @Test
  void callInFlight_isNotRepeated() {
    cache.get("T1");
    pass(31);
    CompletionStage<String> second = cache.get("T1");
    asked.get(0).complete("a");

    assertThat(result(second)).isEqualTo("a");
    assertThat(asked).hasSize(1);
  }

  @Test
  void cacheWithZeroLifetime_callsEachTime() {
    ReferenceCache<String, String> none = cache(Duration.ZERO);
    none.get("T1");
    asked.get(0).complete("a");

    assertThat(none.get("T1").toCompletableFuture()).isNotDone();
    assertThat(asked).hasSize(2);
  }

  private void remember(String answer) {
    CompletionStage<String> stage = cache.get("T1");
    asked.get(asked.size() - 1).complete(answer);
    assertThat(result(stage)).isEqualTo(answer);
  }

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }

  private ReferenceCache<String, String> cache(Duration ttl) {
    return new ReferenceCache<>("test data", this::ask, ttl, () -> now);
  }

  private CompletionStage<String> ask(String tenantId) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    asked.add(answer);
    return answer;
  }

  private static String result(CompletionStage<String> stage) {
    assertThat(stage.toCompletableFuture()).isDone();
    return stage.toCompletableFuture().join();
  }
}
