package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** How long a cached terminal is valid: its lifetime, the business day, late answers. */
class TerminalCacheTimeTest extends TerminalCacheFixture {

  @Test
  void newBusinessDay_endsYesterdaysSession() {
    pass(Duration.between(clock.instant(), Instant.parse("2026-11-23T14:59:59Z")));
    authenticated(NINE, "key9");
    found(NINE, Instant.EPOCH);
    Terminal openedAnew = opened(NINE).withSession(new TerminalSession("20261124", 1, 2));
    directory.put(openedAnew, "key9");
    assertThat(authenticated(NINE, "key9")).contains(opened(NINE));
    assertThat(found(NINE, Instant.EPOCH)).contains(opened(NINE));

    pass(Duration.ofSeconds(1));

    assertThat(authenticated(NINE, "key9")).contains(openedAnew);
    assertThat(found(NINE, Instant.EPOCH)).contains(openedAnew);
  }

  @Test
  void newBusinessDay_doesNotJoinYesterdaysLookUp() {
    pass(Duration.between(clock.instant(), Instant.parse("2026-11-23T14:59:59Z")));
    directory.hold();
    CompletionStage<Optional<Terminal>> before = cache.authenticate(NINE, "key9");
    CompletionStage<Optional<Terminal>> foundBefore = cache.find(NINE, Instant.EPOCH);
    Terminal openedAnew = opened(NINE).withSession(new TerminalSession("20261124", 1, 2));
    directory.put(openedAnew, "key9");
    pass(Duration.ofSeconds(1));
    CompletionStage<Optional<Terminal>> after = cache.authenticate(NINE, "key9");
    CompletionStage<Optional<Terminal>> foundAfter = cache.find(NINE, Instant.EPOCH);
    directory.release();

    assertThat(Await.result(before)).contains(opened(NINE));
    assertThat(Await.result(foundBefore)).contains(opened(NINE));
    assertThat(Await.result(after)).contains(openedAnew);
    assertThat(Await.result(foundAfter)).contains(openedAnew);
    assertThat(authenticated(NINE, "key9")).contains(openedAnew);
  }

  @Test
  void clockSetBack_doesNotExtendAnEntry() {
    authenticated(NINE, "key9");
    clock.advance(Duration.ofHours(-1));
    pass(LIFE);
    authenticated(NINE, "key9");
    assertThat(directory.questions()).isEqualTo(2);
  }

  @Test
  void clear_duringALookUp_discardsItsAnswer() {
    directory.hold();
    CompletionStage<Optional<Terminal>> before = cache.authenticate(NINE, "key9");
    cache.clear("A1234");
    directory.put(closed(NINE), "key9");
    CompletionStage<Optional<Terminal>> after = cache.authenticate(NINE, "key9");
    directory.release();
    assertThat(Await.result(before)).contains(opened(NINE));
    assertThat(Await.result(after)).contains(closed(NINE));
    assertThat(authenticated(NINE, "key9")).contains(closed(NINE));
  }

  @Test
  void lifetimeOfALateAnswer_startsAtTheRequest() {
    directory.hold();
    CompletionStage<Optional<Terminal>> asked = cache.authenticate(NINE, "key9");
    pass(LIFE.minusSeconds(1));
    directory.release();
    assertThat(Await.result(asked)).isPresent();
    pass(Duration.ofSeconds(1));

    authenticated(NINE, "key9");

    assertThat(directory.questions()).isEqualTo(2);
  }

  @Test
  void d7_stateFromBeforeTheToken_doesNotInvalidateIt() {
    directory.put(closed(NINE), "key9");
    assertThat(found(NINE, Instant.EPOCH)).contains(closed(NINE));
    directory.put(opened(NINE), "key9");
    pass(Duration.ofSeconds(12));
    Instant issued = clock.instant();

    assertThat(found(NINE, issued)).contains(opened(NINE));
    pass(Duration.ofSeconds(100));
    assertThat(found(NINE, issued)).contains(opened(NINE));
    assertThat(directory.questions()).isEqualTo(2);
  }

  @Test
  void foundTerminal_isCached_unlessANewerStateIsRequired() {
    assertThat(found(NINE, clock.instant())).contains(opened(NINE));
    directory.put(closed(NINE), "key9");
    assertThat(found(NINE, clock.instant())).contains(opened(NINE));
    pass(Duration.ofSeconds(5));
    assertThat(found(NINE, clock.instant())).contains(closed(NINE));
    assertThat(directory.questions()).isEqualTo(2);
  }
}
