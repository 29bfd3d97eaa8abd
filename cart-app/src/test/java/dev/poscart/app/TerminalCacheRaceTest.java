package dev.poscart.app;

import static dev.poscart.domain.fixtures.CartTestData.CALENDAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.config.TerminalCacheRules;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FakeTerminalDirectory;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many concurrent authentications with right and wrong keys, while time passes and the cache is
 * cleared.
 */
class TerminalCacheRaceTest {

  private static final int TERMINALS = 12;
  private static final int CALLS = 5_000;

  private final TestClock clock = new TestClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final FakeTerminalDirectory directory = new FakeTerminalDirectory();

  /** Fewer places than terminals, so that they evict each other. */
  private final TerminalCache cache =
      new TerminalCache(
          directory,
          new TerminalCacheRules(true, Duration.ofSeconds(10), TERMINALS / 2),
          CALENDAR,
          clock,
          () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void d2_underAnyRace_wrongKeysAreRefused_andRightOnesAccepted(long seed) {
    for (int no = 0; no < TERMINALS; no++) {
      directory.put(terminal(no), "key" + no);
    }
    List<CompletableFuture<Integer>> workers = new ArrayList<>();
    for (int worker = 0; worker < 4; worker++) {
      Random random = new Random(seed * 100 + worker);
      workers.add(CompletableFuture.supplyAsync(() -> work(random)));
    }
    int accepted = workers.stream().mapToInt(Await::result).sum();
    assertThat(accepted).as("seed %d", seed).isBetween(CALLS, 3 * CALLS);
    assertThat(directory.questions()).isLessThan(4 * CALLS);
    assertThat(cache.content("A1234").total()).isLessThanOrEqualTo(TERMINALS / 2);
  }

  private int work(Random random) {
    int accepted = 0;
    for (int i = 0; i < CALLS; i++) {
      int no = random.nextInt(TERMINALS);
      boolean right = random.nextBoolean();
      String key = right ? "key" + no : "key" + (no + 1 + random.nextInt(TERMINALS - 1));
      Optional<Terminal> answer = Await.result(cache.authenticate(terminal(no).key(), key));
      assertThat(answer.isPresent()).as("key %s at terminal %d", key, no).isEqualTo(right);
      answer.ifPresent(terminal -> assertThat(terminal).isEqualTo(terminal(no)));
      accepted += right ? 1 : 0;
      if (random.nextInt(100) == 0) {
        clock.advance(Duration.ofSeconds(3));
      }
      if (random.nextInt(200) == 0) {
        cache.clear("A1234");
      }
    }
    return accepted;
  }

  private static Terminal terminal(int no) {
    return new Terminal(
        new TerminalKey("A1234", "5678", no),
        Terminal.Status.OPENED,
        new TerminalSession("20261123", 1, 1),
        Optional.empty());
  }
}
