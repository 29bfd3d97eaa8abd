package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.usecase.access.CachedTerminals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TerminalCacheTest extends TerminalCacheFixture {

  @Test
  void d48_terminal_isLookedUpOncePerLifetime() {
    assertThat(authenticated(NINE, "key9")).contains(opened(NINE));
    pass(LIFE.minusMillis(1));
    assertThat(authenticated(NINE, "key9")).contains(opened(NINE));
    assertThat(directory.questions()).isEqualTo(1);
    pass(Duration.ofMillis(1));
    assertThat(authenticated(NINE, "key9")).contains(opened(NINE));
    assertThat(directory.questions()).isEqualTo(2);
  }

  /**
   * (1) looked up before midnight, (2) reopened, (3) looked up after midnight, (4) both answered.
   */
  @Test
  void d2_wrongKeyAfterRightKey_isRefused_andLeavesNoTrace() {
    authenticated(NINE, "key9");
    for (int i = 0; i < 500; i++) {
      assertThat(authenticated(NINE, "wrong" + i)).isEmpty();
      assertThat(authenticated(NINE, "")).isEmpty();
    }
    assertThat(directory.questions()).isEqualTo(1_001);
    assertThat(authenticated(NINE, "key9")).contains(opened(NINE));
    assertThat(directory.questions()).isEqualTo(1_001);
    assertThat(cache.content("A1234").terminalIds()).containsExactly("A1234-5678-9");
  }

  @Test
  void keyOfAnotherTerminal_isRefused() {
    authenticated(NINE, "key9");
    authenticated(FOREIGN, "foreign");
    assertThat(authenticated(TEN, "key9")).isEmpty();
    assertThat(authenticated(FOREIGN, "key9")).isEmpty();
    assertThat(authenticated(NINE, "foreign")).isEmpty();
  }

  @Test
  void newKey_isAcceptedAtOnce_andReplacesTheOldOne() {
    authenticated(NINE, "key9");
    directory.put(opened(NINE), "new");
    assertThat(authenticated(NINE, "new")).isPresent();
    assertThat(authenticated(NINE, "key9")).isEmpty();
    assertThat(authenticated(NINE, "new")).isPresent();
  }

  @Test
  void d48_concurrentRequestsWithOneKey_shareOneLookUp() {
    directory.hold();
    List<CompletionStage<Optional<Terminal>>> right = new ArrayList<>();
    List<CompletionStage<Optional<Terminal>>> wrong = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      right.add(cache.authenticate(NINE, "key9"));
      wrong.add(cache.authenticate(NINE, "wrong"));
    }
    assertThat(directory.questions()).isEqualTo(2);
    directory.release();
    assertThat(right).allSatisfy(stage -> assertThat(Await.result(stage)).isPresent());
    assertThat(wrong).allSatisfy(stage -> assertThat(Await.result(stage)).isEmpty());
  }

  @Test
  void failure_reachesAllWaiting_andIsNotCached() {
    PortException down =
        new PortException("terminals", PortException.Category.UNAVAILABLE, "not reached");
    directory.fail(down);
    assertThat(Await.failure(cache.authenticate(NINE, "key9"))).isSameAs(down);
    directory.recover();
    assertThat(authenticated(NINE, "key9")).isPresent();
  }

  @Test
  void clear_affectsOnlyTheTenant() {
    authenticated(NINE, "key9");
    authenticated(TEN, "key10");
    authenticated(FOREIGN, "foreign");
    assertThat(cache.content("A1234"))
        .isEqualTo(new CachedTerminals.Content(true, 3, List.of("A1234-5678-10", "A1234-5678-9")));
    assertThat(cache.clear("A1234")).isEqualTo(2);
    assertThat(cache.clear("A1234")).isZero();
    assertThat(cache.content("B5678").terminalIds()).containsExactly("B5678-5678-9");
    authenticated(NINE, "key9");
    assertThat(directory.questions()).isEqualTo(4);
  }

  /**
   * (1) looked up, (2) cleared, (3) looked up again, (4) both answered: the first answer is
   * outdated.
   */
  @Test
  void fullCache_staysWithinItsLimit_andAnswersAll() {
    TerminalCache small = cache(true, 2);
    for (int round = 0; round < 3; round++) {
      assertThat(Await.result(small.authenticate(NINE, "key9"))).isPresent();
      assertThat(Await.result(small.authenticate(TEN, "key10"))).isPresent();
      assertThat(Await.result(small.authenticate(FOREIGN, "foreign"))).isPresent();
      assertThat(small.content("A1234").total()).isBetween(1, 2);
    }
  }

  @Test
  void disabledCache_storesNothing() {
    TerminalCache off = cache(false, 2);
    Await.result(off.authenticate(NINE, "key9"));
    Await.result(off.authenticate(NINE, "key9"));
    Await.result(off.find(NINE, clock.instant()));
    Await.result(off.find(NINE, clock.instant()));
    assertThat(directory.questions()).isEqualTo(4);
    assertThat(off.content("A1234")).isEqualTo(new CachedTerminals.Content(false, 0, List.of()));
  }

  @Test
  void unknownTerminal_isCachedAsUnknown() {
    TerminalKey unknown = new TerminalKey("C1", "1", 1);
    assertThat(found(unknown, Instant.EPOCH)).isEmpty();
    assertThat(found(unknown, Instant.EPOCH)).isEmpty();
    assertThat(directory.questions()).isEqualTo(1);
  }

  @Test
  void find_doesNotAuthenticate() {
    found(NINE, Instant.EPOCH);
    assertThat(authenticated(NINE, "wrong")).isEmpty();
    assertThat(authenticated(NINE, "")).isEmpty();
  }
}
