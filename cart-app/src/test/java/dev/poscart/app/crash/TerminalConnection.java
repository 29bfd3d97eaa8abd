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

/** A terminal's connection to the service, with retries. */
final class TerminalConnection {

  /** Longer than any fault and the start after it. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  /** A random port each time: in rotation, each change would reach the same service. */
  private static final int ANY = 1_000;

  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;
  private static final int TIMEOUT = 504;
  private static final int CONFLICT = 409;

  /** The request arrived too slowly, which says nothing about its outcome. */
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
   * @param unsure whether an earlier attempt had none, and so may have been applied
   */
  record Reply(Answer answer, boolean unsure) {

    boolean isGood() {
      return answer.status() < 300;
    }
  }

  /** Sends once; empty if the outcome is unknown. */
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

  /** Sends until there is an answer. */
  Reply ask(String method, String path, String body) {
    return ask(till, method, path, body);
  }

  /** Sends until there is an answer, each time with the same key. */
  Reply ask(String key, String method, String path, String body) {
    return ask(till.keyed(key), method, path, body);
  }

  /** Sends once with a key; empty if the outcome is unknown. */
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

  /** Answers that no fault explains. */
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
