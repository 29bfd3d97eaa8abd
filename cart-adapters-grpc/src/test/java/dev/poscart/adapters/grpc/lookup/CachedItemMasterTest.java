package dev.poscart.adapters.grpc.lookup;

import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.TERMINAL;
import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.PortException.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachedItemMasterTest {

  private final ScriptedMaster master = new ScriptedMaster();
  private final AtomicLong clock = new AtomicLong();
  private final List<Integer> hitReports = new ArrayList<>();
  private final List<Integer> missReports = new ArrayList<>();
  private final LookupObserver observer =
      new LookupObserver() {
        @Override
        public void cacheHits(int codes) {
          hitReports.add(codes);
        }

        @Override
        public void cacheMisses(int codes) {
          missReports.add(codes);
        }
      };
  // Fresh for 300 s, refreshed after 240 s, unknown codes for 5 s.
  private final CachedItemMaster cache =
      new CachedItemMaster(master, CacheConfig.defaults(), observer, clock::get);

  @CanIgnoreReturnValue
  private CompletableFuture<Map<String, Item>> find(String... itemCodes) {
    return cache.findItems(TERMINAL, Set.of(itemCodes)).toCompletableFuture();
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  @Test
  void clearedItem_isLookedUpAgain_othersAreNot() {
    find("1");
    master.answer(item("1", 100));
    cache.clear("another", Optional.empty());
    cache.clear(TERMINAL.tenantId(), Optional.of("another"));
    assertThat(find("1")).isCompletedWithValue(Map.of("1", item("1", 100)));

    cache.clear(TERMINAL.tenantId(), Optional.of(TERMINAL.storeCode()));
    var second = find("1");
    master.answer(item("1", 200));
    assertThat(second).isCompletedWithValue(Map.of("1", item("1", 200)));

    cache.clear(TERMINAL.tenantId(), Optional.empty());
    find("1");
    assertThat(master.asked()).hasSize(3);
  }

  @Test
  void itemThatIsLookedUpWhileTheCacheIsCleared_isNotCached() {
    var during = find("1");
    cache.clear(TERMINAL.tenantId(), Optional.empty());
    master.answer(item("1", 100));
    assertThat(during).isCompletedWithValue(Map.of("1", item("1", 100)));

    find("1");
    assertThat(master.asked()).hasSize(2);
  }

  @Test
  void item_isLookedUpOnce_andThenServedFromTheCache() {
    var first = find("1");
    master.answer(item("1", 100));
    assertThat(first).isCompletedWithValue(Map.of("1", item("1", 100)));
    assertThat(find("1")).isCompletedWithValue(Map.of("1", item("1", 100)));
    assertThat(master.asked()).hasSize(1);
    assertThat(hitReports).containsExactly(1);
    assertThat(missReports).containsExactly(1);
  }

  @Test
  void onlyUncachedCodes_areLookedUp_inOneCall() {
    find("1");
    master.answer(item("1", 100));
    var both = find("1", "2", "3");
    assertThat(master.asked()).containsExactly(Set.of("1"), Set.of("2", "3"));
    master.answer(item("2", 200));
    assertThat(both).isCompletedWithValue(Map.of("1", item("1", 100), "2", item("2", 200)));
    assertThat(hitReports).containsExactly(1);
    assertThat(missReports).containsExactly(1, 2);
    find("1", "2", "3");
    assertThat(hitReports).containsExactly(1, 3);
    assertThat(missReports).containsExactly(1, 2);
  }

  @Test
  void storesAndTenants_haveTheirOwnEntries_whichTerminalsShare() {
    find("1");
    master.answer(item("1", 100));
    cache.findItems(new TerminalKey("A1234", "5678", 10), Set.of("1"));
    assertThat(master.asked()).hasSize(1);
    cache.findItems(new TerminalKey("A1234", "9999", 9), Set.of("1"));
    cache.findItems(new TerminalKey("B9999", "5678", 9), Set.of("1"));
    assertThat(master.asked()).hasSize(3);
  }

  @Test
  void expiredItem_isLookedUpAgain() {
    find("1");
    master.answer(item("1", 100));
    pass(Duration.ofMinutes(5));
    var again = find("1");
    assertThat(again).isNotDone();
    master.answer(item("1", 110));
    assertThat(again).isCompletedWithValue(Map.of("1", item("1", 110)));
  }

  @Test
  void agingItem_isServed_whileOneRefreshRunsInTheBackground() {
    find("1");
    master.answer(item("1", 100));
    pass(Duration.ofSeconds(239));
    find("1");
    assertThat(master.asked()).hasSize(1);
    pass(Duration.ofSeconds(1));
    assertThat(find("1")).isCompletedWithValue(Map.of("1", item("1", 100)));
    assertThat(find("1")).isCompletedWithValue(Map.of("1", item("1", 100)));
    assertThat(master.asked()).hasSize(2);
    master.answer(item("1", 110));
    assertThat(find("1")).isCompletedWithValue(Map.of("1", item("1", 110)));
    pass(Duration.ofSeconds(239));
    assertThat(find("1")).isCompletedWithValue(Map.of("1", item("1", 110)));
    assertThat(master.asked()).hasSize(2);
  }

  @Test
  void failedRefresh_keepsTheOldItem_andIsRetriedAfterFiveSeconds() {
    find("1");
    master.answer(item("1", 100));
    pass(Duration.ofMinutes(4));
    find("1");
    master.fail(Category.UNAVAILABLE);
    assertThat(find("1")).isCompletedWithValue(Map.of("1", item("1", 100)));
    assertThat(master.asked()).hasSize(2);
    pass(Duration.ofSeconds(5));
    find("1");
    assertThat(master.asked()).hasSize(3);
  }

  @Test
  void missingItem_isCachedForAFewSeconds() {
    var first = find("1");
    master.answer();
    assertThat(first).isCompletedWithValue(Map.of());
    pass(Duration.ofMillis(4999));
    assertThat(find("1")).isCompletedWithValue(Map.of());
    pass(Duration.ofMillis(1));
    find("1");
    assertThat(master.asked()).hasSize(2);
  }

  @Test
  void failure_isPassedOn_andNotCached() {
    var failed = find("1");
    master.fail(Category.TIMEOUT);
    assertThat(failed).isCompletedExceptionally();
    find("1");
    assertThat(master.asked()).hasSize(2);
  }

  @Test
  void staleItemOfTheFallback_isPassedOn_andNotCached() {
    var stale = find("1");
    master.answer(item("1", 100).unverified());
    assertThat(stale).isCompletedWithValue(Map.of("1", item("1", 100).unverified()));
    find("1");
    assertThat(master.asked()).hasSize(2);
  }
}
