package dev.poscart.adapters.grpc.lookup;

import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.TERMINAL;
import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.port.PortException.Category;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaleFallbackItemMasterTest {

  private final ScriptedMaster master = new ScriptedMaster();
  private final AtomicInteger served = new AtomicInteger();
  private final HandTimer timer = new HandTimer();
  private final LookupObserver observer =
      new LookupObserver() {
        @Override
        public void staleServed(int items) {
          served.addAndGet(items);
        }
      };

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  /** Items up to an hour old are served; the item master is slow after {@code slowAfter}. */
  private StaleFallbackItemMaster fallback(Duration slowAfter) {
    return new StaleFallbackItemMaster(
        master,
        new StaleConfig(Duration.ofHours(1), slowAfter, 1000),
        observer,
        timer,
        timer::nanos);
  }

  private CompletableFuture<Map<String, Item>> find(
      StaleFallbackItemMaster fallback, String... itemCodes) {
    return fallback.findItems(TERMINAL, Set.of(itemCodes)).toCompletableFuture();
  }

  private StaleFallbackItemMaster knowing(Duration slowAfter, Item... items) {
    StaleFallbackItemMaster fallback = fallback(slowAfter);
    for (Item item : items) {
      var unused = find(fallback, item.itemCode());
      master.answer(item);
    }
    return fallback;
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"UNAVAILABLE", "TIMEOUT"})
  void knownItem_isSoldUnverified_whileTheMasterIsDown(Category category) {
    var fallback = knowing(Duration.ofHours(1), item("1", 100));
    timer.pass(Duration.ofMinutes(59));
    var stale = find(fallback, "1");
    master.fail(category);
    assertThat(stale).isCompletedWithValue(Map.of("1", item("1", 100).unverified()));
    assertThat(served).hasValue(1);
  }

  @Test
  void tooOldItem_isNotSold() {
    var fallback = knowing(Duration.ofHours(1), item("1", 100));
    timer.pass(Duration.ofHours(1));
    var refused = find(fallback, "1");
    master.fail(Category.UNAVAILABLE);
    assertThat(refused).isCompletedExceptionally();
    assertThat(served).hasValue(0);
  }

  @Test
  void lookUpWithAnUnknownItem_fails() {
    var fallback = knowing(Duration.ofHours(1), item("1", 100));
    var refused = find(fallback, "1", "2");
    master.fail(Category.UNAVAILABLE);
    assertThat(refused).isCompletedExceptionally();
  }

  @Test
  void invalidResponse_isNotCoveredUp() {
    var fallback = knowing(Duration.ofHours(1), item("1", 100));
    var refused = find(fallback, "1");
    master.fail(Category.PERMANENT_FAILURE);
    assertThat(refused).isCompletedExceptionally();
  }

  @Test
  void removedItem_isForgotten() {
    var fallback = knowing(Duration.ofHours(1), item("1", 100));
    var gone = find(fallback, "1");
    master.answer();
    assertThat(gone).isCompletedWithValue(Map.of());
    var refused = find(fallback, "1");
    master.fail(Category.UNAVAILABLE);
    assertThat(refused).isCompletedExceptionally();
  }

  @Test
  void slowMaster_isNotAwaited_ifTheItemIsKnown() {
    var fallback = knowing(Duration.ofMillis(10), item("1", 100));
    var stale = find(fallback, "1");
    timer.pass(Duration.ofMillis(9));
    assertThat(stale).isNotDone();
    timer.pass(Duration.ofMillis(1));
    assertThat(stale).isCompletedWithValue(Map.of("1", item("1", 100).unverified()));
    // Its late answer is remembered nevertheless.
    master.answer(item("1", 110));
    var next = find(fallback, "1");
    master.fail(Category.TIMEOUT);
    assertThat(next).isCompletedWithValue(Map.of("1", item("1", 110).unverified()));
    assertThat(served).hasValue(2);
  }

  @Test
  void slowMaster_isAwaited_ifTheItemIsUnknown() {
    var waiting = find(fallback(Duration.ofMillis(1)), "1");
    timer.pass(Duration.ofSeconds(1));
    master.answer(item("1", 100));
    assertThat(waiting).isCompletedWithValue(Map.of("1", item("1", 100)));
    assertThat(served).hasValue(0);
  }
}
