package dev.poscart.app.crash;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.OutboxEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The harness finds violations: each promise is broken once in the data of a real day. */
@Slow
class InvariantCheckerTest {

  @TempDir private static Path folder;
  private static Leftovers day = new Leftovers();

  @BeforeAll
  static void trade() throws Exception {
    day = SmallShop.afterADay(folder);
  }

  @Test
  void unalteredRun_passes_andAgainTheNextDay() {
    History history = day.history();
    assertThat(check(day, history, true)).isEqualTo(5);
    assertThat(check(day, history, true)).isEqualTo(5);
  }

  @Test
  void waitingEvents_pass_ifDeliveryIsNotRequired() {
    Leftovers left = day.copy();
    left.events.get(0).remove(3);
    assertThat(check(left, left.history(), false)).isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("dev.poscart.app.crash.Alterations#all")
  void alteration_isReported(Consumer<Leftovers> alteration, String found) {
    Leftovers left = day.copy();
    alteration.accept(left);
    assertThatThrownBy(() -> check(left, left.history(), true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(found);
  }

  @Test
  void logRewrittenSinceTheLastCheck_isReported() {
    History history = day.history();
    check(day, history, true);
    Leftovers left = day.copy();
    left.alter(1, 1, Map.of("journal_text", ""));
    assertThatThrownBy(() -> check(left, history, true)).hasMessageContaining(", as noted");
  }

  @Test
  void eventMarkedPublished_butNeverReceived_isReported() {
    Leftovers left = day.copy();
    left.events.get(0).remove(3);
    left.damage.add(log -> publish(log.outbox(), day.entry(1, 4)));
    assertThatThrownBy(() -> check(left, left.history(), false))
        .hasMessageContaining("is published, and never came");
  }

  private static int check(Leftovers left, History history, boolean delivered) {
    return new InvariantChecker(
            left.view(), history, no -> List.copyOf(left.events.get(no - 1)), SmallShop.TERMINALS)
        .check(delivered);
  }

  private static void publish(Outbox outbox, Transaction event) {
    OutboxEntry entry = result(outbox.find("A1234", event.eventId())).orElseThrow();
    Delivery after = entry.delivery().published(event.generatedAt(), Optional.empty());
    assertThat(result(outbox.replace(entry, after))).isTrue();
  }
}
