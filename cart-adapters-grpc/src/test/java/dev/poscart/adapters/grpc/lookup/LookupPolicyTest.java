package dev.poscart.adapters.grpc.lookup;

import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.TERMINAL;
import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.port.PortException.Category;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each part of the stack is present if configured, and absent if disabled. */
class LookupPolicyTest {

  private static final BreakerConfig TOUCHY =
      new BreakerConfig(true, 2, 2, 50, Duration.ofHours(1), Duration.ofHours(1), 1);

  private final ScriptedMaster master = new ScriptedMaster();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  private LookupPolicy policy(LookupConfig config) {
    LookupObserver observer =
        new LookupObserver() {
          @Override
          public void lookupEnded(Outcome outcome, Duration duration) {
            ended.incrementAndGet();
          }
        };
    return LookupPolicy.over(master, config, observer, refused::incrementAndGet, timer);
  }

  private static CompletableFuture<Map<String, Item>> find(LookupPolicy policy, String itemCode) {
    return policy.port().findItems(TERMINAL, Set.of(itemCode)).toCompletableFuture();
  }

  @Test
  void bare_callsEachTime_failsWithTheMaster_andNeverRejects() {
    LookupPolicy policy = policy(LookupConfig.bare());
    var first = find(policy, "1");
    var atTheSameTime = find(policy, "1");
    assertThat(master.asked()).hasSize(2);
    master.answer(item("1", 100));
    master.answer(item("1", 100));
    assertThat(first).isCompleted();
    assertThat(atTheSameTime).isCompleted();
    for (int i = 0; i < 30; i++) {
      var failed = find(policy, "1");
      master.fail(Category.UNAVAILABLE);
      assertThat(failed).isCompletedExceptionally();
    }
    assertThat(master.asked()).hasSize(32);
    assertThat(policy.breaker()).isEqualTo(Breaker.CLOSED);
    policy.reconsider();
    assertThat(policy.breaker()).isEqualTo(Breaker.CLOSED);
    assertThat(refused).hasValue(0);
    assertThat(ended).hasValue(32);
  }

  @Test
  void cache_answersTheSecondLookUp() {
    LookupPolicy policy = policy(LookupConfig.bare().withCache(CacheConfig.defaults()));
    var unused = find(policy, "1");
    master.answer(item("1", 100));
    assertThat(find(policy, "1")).isCompletedWithValue(Map.of("1", item("1", 100)));
    assertThat(master.asked()).hasSize(1);
    assertThat(ended).hasValue(2);
  }

  @Test
  void singleFlight_mergesConcurrentLookUps() {
    LookupPolicy policy = policy(LookupConfig.bare().withSingleFlight(true));
    var first = find(policy, "1");
    var joined = find(policy, "1");
    assertThat(master.asked()).hasSize(1);
    master.answer(item("1", 100));
    assertThat(first).isCompletedWithValue(Map.of("1", item("1", 100)));
    assertThat(joined).isCompletedWithValue(Map.of("1", item("1", 100)));
    assertThat(ended).hasValue(2);
  }

  @Test
  void staleFallback_servesKnownItems_whileTheMasterFails() {
    LookupPolicy policy =
        policy(
            LookupConfig.bare()
                .withStale(StaleConfig.failClosed().withLimit(Duration.ofMinutes(1))));
    var known = find(policy, "1");
    master.answer(item("1", 100));
    assertThat(known).isCompletedWithValue(Map.of("1", item("1", 100)));
    var stale = find(policy, "1");
    master.fail(Category.UNAVAILABLE);
    assertThat(stale).isCompletedWithValue(Map.of("1", item("1", 100).unverified()));
  }

  @Test
  void breaker_rejectsWithoutACall_reportsIt_andReconsiders() {
    LookupPolicy policy = policy(LookupConfig.bare().withBreaker(TOUCHY));
    for (int i = 0; i < 2; i++) {
      var unused = find(policy, "1");
      master.fail(Category.UNAVAILABLE);
    }
    assertThat(policy.breaker()).isEqualTo(Breaker.OPEN);
    assertThat(find(policy, "1")).isCompletedExceptionally();
    assertThat(master.asked()).hasSize(2);
    assertThat(refused).hasValue(1);
    policy.reconsider();
    assertThat(policy.breaker()).isEqualTo(Breaker.HALF_OPEN);
    var probe = find(policy, "1");
    master.answer(item("1", 100));
    assertThat(probe).isCompleted();
    assertThat(policy.breaker()).isEqualTo(Breaker.CLOSED);
  }

  @Test
  void whileTheBreakerIsOpen_theFallbackServes() {
    LookupPolicy policy =
        policy(LookupConfig.bare().withStale(StaleConfig.defaults()).withBreaker(TOUCHY));
    var unused = find(policy, "1");
    master.answer(item("1", 100));
    var failed = find(policy, "2");
    master.fail(Category.UNAVAILABLE);
    assertThat(failed).isCompletedExceptionally();
    assertThat(policy.breaker()).isEqualTo(Breaker.OPEN);
    assertThat(find(policy, "1")).isCompletedWithValue(Map.of("1", item("1", 100).unverified()));
    assertThat(find(policy, "2")).isCompletedExceptionally();
    assertThat(master.asked()).hasSize(2);
  }
}
