package dev.poscart.app;

import static dev.poscart.domain.fixtures.CartTestData.CALENDAR;

import dev.poscart.app.config.TerminalCacheRules;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FakeTerminalDirectory;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A cache of terminals over a directory that counts its look-ups. */
abstract class TerminalCacheFixture {

  static final Duration LIFE = Duration.ofMinutes(5);
  static final TerminalKey NINE = new TerminalKey("A1234", "5678", 9);
  static final TerminalKey TEN = new TerminalKey("A1234", "5678", 10);
  static final TerminalKey FOREIGN = new TerminalKey("B5678", "5678", 9);

  private long ticks;
  final TestClock clock = new TestClock(Instant.parse("2026-11-23T09:00:00Z"));
  final FakeTerminalDirectory directory =
      new FakeTerminalDirectory()
          .put(opened(NINE), "key9")
          .put(opened(TEN), "key10")
          .put(opened(FOREIGN), "foreign");
  final TerminalCache cache = cache(true, 100);

  final Optional<Terminal> authenticated(TerminalKey terminal, String apiKey) {
    return Await.result(cache.authenticate(terminal, apiKey));
  }

  final Optional<Terminal> found(TerminalKey terminal, Instant notBefore) {
    return Await.result(cache.find(terminal, notBefore));
  }

  final TerminalCache cache(boolean enabled, int maxTerminals) {
    return new TerminalCache(
        directory,
        new TerminalCacheRules(enabled, LIFE, maxTerminals),
        CALENDAR,
        clock,
        () -> ticks);
  }

  final void pass(Duration time) {
    clock.advance(time);
    ticks += time.toNanos();
  }

  static Terminal opened(TerminalKey key) {
    return terminal(key, Terminal.Status.OPENED);
  }

  static Terminal closed(TerminalKey key) {
    return terminal(key, Terminal.Status.CLOSED);
  }

  private static Terminal terminal(TerminalKey key, Terminal.Status status) {
    return new Terminal(
        key, status, new TerminalSession("20261123", 1, 1), Optional.of(new Staff("S001", "太郎")));
  }
}
