package dev.poscart.adapters.grpc.lookup;

import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.TERMINAL;
import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.item;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.lookup.LookupObserver.Outcome;
import dev.poscart.domain.port.PortException.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservedItemMasterTest {

  private record Ended(Outcome outcome, Duration duration) {}

  private final ScriptedMaster master = new ScriptedMaster();
  private final AtomicLong clock = new AtomicLong(1_000);
  private final List<Ended> ended = new ArrayList<>();
  private final LookupObserver observer =
      new LookupObserver() {
        @Override
        public void lookupEnded(Outcome outcome, Duration duration) {
          ended.add(new Ended(outcome, duration));
        }
      };
  private final ObservedItemMaster observed = new ObservedItemMaster(master, observer, clock::get);

  private void lookUpFor(Duration time) {
    var unused = observed.findItems(TERMINAL, Set.of("1"));
    clock.addAndGet(time.toNanos());
  }

  @Test
  void answer_isReportedWithTheTillsWaitingTime() {
    lookUpFor(Duration.ofMillis(30));
    assertThat(ended).isEmpty();
    master.answer(item("1", 100));
    assertThat(ended).containsExactly(new Ended(Outcome.ANSWERED, Duration.ofMillis(30)));
  }

  @ParameterizedTest
  @CsvSource({"TIMEOUT, TIMEOUT", "UNAVAILABLE, UNAVAILABLE", "PERMANENT_FAILURE, BROKEN"})
  void failure_isReportedByItsCategory(Category category, Outcome outcome) {
    lookUpFor(Duration.ofSeconds(5));
    master.fail(category);
    assertThat(ended).containsExactly(new Ended(outcome, Duration.ofSeconds(5)));
  }

  @Test
  void unexpectedException_isReportedAsInternalError() {
    ObservedItemMaster faulty =
        new ObservedItemMaster(
            (terminal, codes) -> CompletableFuture.failedStage(new IllegalStateException("bug")),
            observer,
            clock::get);
    assertThat(faulty.findItems(TERMINAL, Set.of("1")).toCompletableFuture())
        .isCompletedExceptionally();
    assertThat(ended).containsExactly(new Ended(Outcome.FAULT, Duration.ZERO));
  }
}
