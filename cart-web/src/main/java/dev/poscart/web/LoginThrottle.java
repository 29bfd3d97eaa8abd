package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down who guesses keys. Failures are counted for each pair of source address and claimed
 * terminal, and, with a larger budget, for each source. Both fill up again with time, and only with
 * time. Nothing is counted for a terminal alone: whoever guesses elsewhere cannot lock it out. And
 * a caller that shows what has opened the door from this source before is always asked in, so a
 * till is not locked out by other tills behind the same address.
 */
final class LoginThrottle {

  private static final Logger log = LoggerFactory.getLogger(LoginThrottle.class);

  /**
   * So many terminals and sources are remembered; beyond that, those not heard of for longest go.
   */
  private static final int REMEMBERED = 10_000;

  /** A source may be a whole store behind one address. */
  private static final int TERMINALS_PER_SOURCE = 10;

  private final boolean on;
  private final FailureBudgets ofPairs;
  private final FailureBudgets ofSources;
  private final RecencyMap<Boolean> welcome = new RecencyMap<>(REMEMBERED);

  /**
   * Composes.
   *
   * @param failuresPerMinute of one terminal at one source; zero switches it off
   * @param nanoTime as {@link System#nanoTime}
   */
  LoginThrottle(int failuresPerMinute, LongSupplier nanoTime) {
    this.on = failuresPerMinute > 0;
    int pair = Math.max(1, failuresPerMinute);
    this.ofPairs = new FailureBudgets(pair, REMEMBERED, nanoTime);
    this.ofSources = new FailureBudgets(pair * TERMINALS_PER_SOURCE, REMEMBERED, nanoTime);
  }

  static LoginThrottle off() {
    return new LoginThrottle(0, () -> 0);
  }

  /**
   * Lets somebody try.
   *
   * @param attempt fails with {@link Refusal#NOT_AUTHENTICATED} for the wrong one; may throw
   *     instead
   * @return what the attempt returns; fails with {@link TooManyFailures} without an attempt if
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
    return started(attempt)
        .whenComplete(
            (done, failure) -> tell(request, pair, credential, Optional.ofNullable(failure)));
  }

  private static <T> CompletionStage<T> started(Supplier<CompletionStage<T>> attempt) {
    try {
      return attempt.get();
    } catch (Refused e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void tell(
      ApiRequest request, String pair, String credential, Optional<Throwable> failure) {
    if (failure.isEmpty()) {
      welcome.put(credential, true);
    } else if (isNotAuthenticated(failure.get())) {
      welcome.remove(credential);
      boolean last = ofPairs.spend(pair);
      last |= ofSources.spend(request.source());
      if (last) {
        log.warn("too many failed attempts to authenticate from {}", request.source());
      }
    }
  }

  private static boolean isNotAuthenticated(Throwable failure) {
    boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
    return (wrapped ? failure.getCause() : failure) instanceof Refused refused
        && refused.refusal() == Refusal.NOT_AUTHENTICATED;
  }

  /** Tokens name nobody before they are verified: each is somebody of its own. */
  private static String pair(ApiRequest request) {
    String claimed =
        request.terminalId().or(request::bearerToken).map(LoginThrottle::fingerprint).orElse("");
    return request.source() + " " + claimed;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Short, whatever the caller sent; and no secret is kept. */
  private static String fingerprint(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
