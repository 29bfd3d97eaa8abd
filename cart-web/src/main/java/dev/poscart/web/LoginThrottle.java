package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Sha256;
import dev.poscart.domain.port.Stages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down the guessing of credentials. Failures count against a budget for each pair of source
 * address and claimed terminal, and against a larger one for each source address; only time
 * restores them. There is no budget for a terminal alone, so an attacker elsewhere cannot lock it
 * out. Credentials that have succeeded from an address are always tried there, so tills behind the
 * same address cannot lock each other out.
 */
final class LoginThrottle {

  private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);

  /**
   * The number of pairs and of addresses to remember; beyond it, the least recently used are
   * forgotten.
   */
  private static final int REMEMBERED = 10_000;

  /** One address may stand for a whole store. */
  private static final int TERMINALS_PER_SOURCE = 10;

  /** Few, because a PIN has few digits. */
  private static final int PINS_PER_MINUTE = 5;

  private final boolean on;
  private final FailureBudgets ofPairs;
  private final FailureBudgets ofSources;
  private final FailureBudgets ofPins;
  private final RecencyMap<Boolean> welcome = new RecencyMap<>(REMEMBERED);

  /**
   * @param failuresPerMinute allowed for one terminal at one address; zero turns throttling off
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  LoginThrottle(int failuresPerMinute, LongSupplier nanoTime) {
    this.on = failuresPerMinute > 0;
    int pair = Math.max(1, failuresPerMinute);
    this.ofPairs = new FailureBudgets(pair, REMEMBERED, nanoTime);
    this.ofPins = new FailureBudgets(Math.min(pair, PINS_PER_MINUTE), REMEMBERED, nanoTime);
    this.ofSources = new FailureBudgets(pair * TERMINALS_PER_SOURCE, REMEMBERED, nanoTime);
  }

  /**
   * Runs an authentication attempt unless its budget is exhausted.
   *
   * @param attempt fails with, or throws, {@link Refusal#NOT_AUTHENTICATED} for wrong credentials
   * @return the result of the attempt; fails with {@link TooManyFailures}, without an attempt, if
   *     there were too many failures
   */
  <T> CompletionStage<T> guard(ApiRequest request, Supplier<CompletionStage<T>> attempt) {
    if (!on || !request.showsCredential()) {
      return attempt.get();
    }
    String pair = pair(request);
    String credential = fingerprint(pair + "\0" + request.credential());
    if (welcome.get(credential).isEmpty()) {
      Duration wait = longer(ofPairs.timeLeft(pair), ofSources.timeLeft(request.source()));
      if (!wait.isZero()) {
        return CompletableFuture.failedFuture(new TooManyFailures(wait));
      }
    }
    return Stages.attempt(attempt)
        .whenComplete(
            (done, failure) -> tell(request, pair, credential, Optional.ofNullable(failure)));
  }

  /**
   * Checks a PIN unless its budget is exhausted.
   *
   * @param name of the budget: terminal and staff
   * @param attempt fails with {@link Refusal#PIN_WRONG} for a wrong PIN
   * @return the result of the attempt; fails with {@link TooManyFailures}, without an attempt, if
   *     there were too many wrong PINs
   */
  <T> CompletionStage<T> guardPin(String name, Supplier<CompletionStage<T>> attempt) {
    Duration wait = ofPins.timeLeft(name);
    if (on && !wait.isZero()) {
      return CompletableFuture.failedFuture(new TooManyFailures(wait));
    }
    return Stages.attempt(attempt)
        .whenComplete(
            (done, failure) -> {
              if (failure != null && is(Refusal.PIN_WRONG, failure)) {
                ofPins.spend(name);
              }
            });
  }

  private void tell(
      ApiRequest request, String pair, String credential, Optional<Throwable> failure) {
    if (failure.isEmpty()) {
      welcome.put(credential, true);
    } else if (is(Refusal.NOT_AUTHENTICATED, failure.get())) {
      welcome.remove(credential);
      boolean last = ofPairs.spend(pair);
      last |= ofSources.spend(request.source());
      if (last) {
        log.warn("too many failed authentication attempts from {}: throttling", request.source());
      }
    }
  }

  private static boolean is(Refusal refusal, Throwable failure) {
    return Stages.cause(failure) instanceof Refused refused && refused.refusal() == refusal;
  }

  /**
   * A token identifies no terminal before it is verified, so each token has a budget of its own.
   */
  private static String pair(ApiRequest request) {
    String claimed =
        request.terminalId().or(request::bearerToken).map(LoginThrottle::fingerprint).orElse("");
    return request.source() + " " + claimed;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** A hash is short, whatever the client sent, and reveals no secret. */
  private static String fingerprint(String text) {
    byte[] hash = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }
}
