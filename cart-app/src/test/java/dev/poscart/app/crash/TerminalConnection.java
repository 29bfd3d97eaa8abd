package dev.poscart.app.crash;

import dev.poscart.app.TestTill;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.domain.fixtures.Delay;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** A terminal's line to the service: it breaks, and is tried again. */
final class TerminalConnection {

  /** Longer than any fault lasts, with the start after it. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  /** Large enough for any number of services: in turn, each change would meet the same one. */
  private static final int ANY = 1_000;

  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;
  private static final int TIMEOUT = 504;
  private static final int CONFLICT = 409;

  /** The request came too slowly, which is no word about it. */
  private static final int TOO_SLOW = 408;

  private final TestTill till;
  private final IntUnaryOperator ports;
  private final Random random;
  private final Figures figures;

  /**
   * Connects.
   *
   * @param ports where a service listens now, for any number
   */
  TerminalConnection(TestTill till, IntUnaryOperator ports, Random random, Figures figures) {
    this.till = till;
    this.ports = ports;
    this.random = random;
    this.figures = figures;
  }

  /**
   * An answer.
   *
   * @param unsure whether an attempt before it had none, so that it may have been applied
   */
  record Reply(Answer answer, boolean unsure) {

    boolean isGood() {
      return answer.status() < 300;
    }
  }

  /** Asks once; empty if the outcome is unknown. */
  Optional<Answer> once(String method, String path, String body) {
    return once(till, method, path, body);
  }

  private Optional<Answer> once(TestTill caller, String method, String path, String body) {
    figures.count("requests");
    try {
      Answer answer = caller.at(ports.applyAsInt(random.nextInt(ANY))).call(method, path, body);
      check(method + " " + path, answer);
      if (answer.status() < SERVER_ERROR
          && answer.status() != CONFLICT
          && answer.status() != TOO_SLOW) {
        return Optional.of(answer);
      }
      figures.count("answers " + answer.status());
    } catch (HttpTimeoutException e) {
      throw new AssertionError(
          "terminal " + till.terminalId() + ": no answer at all to " + method + " " + path, e);
    } catch (IOException e) {
      figures.count("answers lost");
    }
    return Optional.empty();
  }

  /** Asks until there is an answer. */
  Reply ask(String method, String path, String body) {
    return ask(till, method, path, body);
  }

  /** Asks until there is an answer, each time under the same key. */
  Reply ask(String key, String method, String path, String body) {
    return ask(till.keyed(key), method, path, body);
  }

  /** Asks once under a key; empty if the outcome is unknown. */
  Optional<Answer> once(String key, String method, String path, String body) {
    return once(till.keyed(key), method, path, body);
  }

  private Reply ask(TestTill caller, String method, String path, String body) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean unsure = false;
    while (true) {
      Optional<Answer> answer = once(caller, method, path, body);
      if (answer.isPresent()) {
        return new Reply(answer.get(), unsure);
      }
      unsure = true;
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "terminal %s: no service for %s; %s %s"
                .formatted(till.terminalId(), PATIENCE, method, path));
      }
      pause();
    }
  }

  private void pause() {
    try {
      Delay.ofMillis(50 + random.nextInt(450));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What no fault excuses. */
  private void check(String request, Answer answer) {
    boolean excused = answer.status() == UNAVAILABLE || answer.status() == TIMEOUT;
    if (answer.status() == 401 || (answer.status() >= SERVER_ERROR && !excused)) {
      throw new AssertionError(till.terminalId() + ": " + request + " -> " + answer);
    }
    if (answer.status() == UNAVAILABLE && answer.retryAfter().isEmpty()) {
      throw new AssertionError(request + ": 503 without Retry-After: " + answer);
    }
  }
}
