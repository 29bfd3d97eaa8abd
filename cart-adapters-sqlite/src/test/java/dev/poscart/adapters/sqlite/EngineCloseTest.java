package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.portFailure;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.port.PortException.Category;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Closing of the engine. */
class EngineCloseTest extends EngineFixture {

  @Test
  void close_finishesQueuedOperations_andRefusesLaterOnes() {
    CompletionStage<Boolean> blocker = holdTheWriter();
    List<CompletionStage<Integer>> queued = addRows(1, 100);
    CompletionStage<Void> closed = engine.close();
    CompletionStage<Integer> late = addRow("late");
    CompletionStage<Long> lateRead = engine.read(EngineTest::count);
    gate.countDown();

    assertThat(portFailure(late).category()).isEqualTo(Category.UNAVAILABLE);
    assertThat(portFailure(lateRead)).hasMessageContaining("closing");
    result(closed);
    result(engine.close());
    assertThat(result(blocker)).isTrue();
    queued.forEach(write -> assertThat(write.toCompletableFuture()).isCompletedWithValue(1));
    engine = Engine.open(config());
    assertThat(rows()).isEqualTo(100);
  }

  @Test
  void close_whileManyWrite_completesEveryStage() {
    List<CompletableFuture<Integer>> stages = new ArrayList<>();
    CompletionStage<Void> closed = CompletableFuture.completedFuture(null);
    for (int i = 0; i < 5_000; i++) {
      stages.add(addRow("row " + i).toCompletableFuture());
      if (i == 2_500) {
        closed = engine.close();
      }
    }

    result(closed);
    long acknowledged = stages.stream().filter(stage -> !stage.isCompletedExceptionally()).count();
    assertThat(stages).allMatch(CompletableFuture::isDone);
    engine = Engine.open(config());
    assertThat(rows()).isEqualTo(acknowledged);
  }

  @Test
  void close_whenTheWriterHangs_timesOut() {
    Path other = folder.resolve("other.db");
    Engine hanging =
        Engine.open(
            new SqliteConfig(other, 10, 10, Duration.ofSeconds(1), 1, 1, Duration.ofMillis(50)));
    CompletionStage<Boolean> stuck = hanging.write(this::waitAtTheGate);

    assertThat(hanging.close().toCompletableFuture())
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .withCauseInstanceOf(TimeoutException.class);
    gate.countDown();
    assertThat(result(stuck)).isTrue();
  }
}
