package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.DeskTestData;
import dev.poscart.domain.fixtures.InMemoryStoreSet;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.StoreLimits;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RememberedDeskTest {

  private final DeskEntry opening = DeskTestData.opening().makeAfter(Optional.empty());
  private final InMemoryStoreSet stores =
      new InMemoryStoreSet(Clock.systemUTC(), StoreLimits.DEFAULT);
  private final CountedLog log = new CountedLog(stores.deskLog());
  private long nanos;
  private final RememberedDesk desk =
      new RememberedDesk(log, stores.terminalRecords(), () -> nanos);

  @Test
  void aShiftIsReadOnce_whileItIsRecent() {
    Await.result(desk.findLastShift(opening.terminal()));
    Await.result(desk.findLastShift(opening.terminal()));

    assertThat(log.reads).isEqualTo(1);
    nanos += RememberedDesk.MAX_AGE.toNanos();
    Await.result(desk.findLastShift(opening.terminal()));
    assertThat(log.reads).isEqualTo(2);
  }

  @Test
  void anEntryAppendedHere_isSeenAtOnce() {
    assertThat(Await.result(desk.findLastShift(opening.terminal()))).isEmpty();

    Await.result(desk.append(opening));

    assertThat(Await.result(desk.findLastShift(opening.terminal()))).contains(opening);
  }

  @Test
  void aReadThatFails_isNotRemembered() {
    log.failing = true;
    assertThat(desk.findLastShift(opening.terminal()).toCompletableFuture())
        .isCompletedExceptionally();
    log.failing = false;

    assertThat(Await.result(desk.findLastShift(opening.terminal()))).isEmpty();
  }

  /** Counts reads of the latest shift, and fails them on request. */
  private static final class CountedLog implements DeskLog {

    private final DeskLog log;
    private int reads;
    private boolean failing;

    CountedLog(DeskLog log) {
      this.log = log;
    }

    @Override
    public CompletionStage<Appended> append(DeskEntry entry) {
      return log.append(entry);
    }

    @Override
    public CompletionStage<Optional<DeskEntry>> findLastShift(TerminalKey terminal) {
      reads++;
      return failing
          ? CompletableFuture.failedFuture(new IllegalStateException("no answer"))
          : log.findLastShift(terminal);
    }

    @Override
    public CompletionStage<List<DeskEntry>> findDay(TerminalKey terminal, String businessDate) {
      return log.findDay(terminal, businessDate);
    }
  }
}
