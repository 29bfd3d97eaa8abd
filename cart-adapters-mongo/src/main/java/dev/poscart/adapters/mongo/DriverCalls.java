package dev.poscart.adapters.mongo;

import dev.poscart.domain.port.PortException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The bridge from the driver's publishers to stages. Each call is bounded in time, fails only with
 * {@link PortException}, and goes on in the adapter's own threads: the driver's read and write
 * sockets and must not wait for what callers do.
 */
final class DriverCalls {

  /**
   * The driver asks the server for as many elements at once as it is asked for itself. Without a
   * bound that is 2,147,483,647, and not every server takes that for a mere upper bound.
   */
  private static final int MAX_AT_ONCE = 1000;

  private final Executor executor;
  private final Duration bound;
  private volatile boolean closed;

  DriverCalls(Executor executor, Duration bound) {
    this.executor = executor;
    this.bound = bound;
  }

  /**
   * Takes the first element, if any.
   *
   * @param what what is asked, for the message of a failure
   */
  <D, T> CompletionStage<Optional<T>> first(
      String what, Function<D, T> read, Supplier<Publisher<D>> call) {
    return run(
        what,
        bound,
        found -> found.map(read),
        () -> Mono.from(call.get()).map(Optional::of).defaultIfEmpty(Optional.empty()));
  }

  /** Takes all elements. */
  <D, T> CompletionStage<List<T>> all(
      String what, Function<D, T> read, Supplier<Publisher<D>> call) {
    return run(
        what,
        bound,
        found -> found.stream().map(read).toList(),
        () -> Flux.from(call.get()).limitRate(MAX_AT_ONCE).collectList());
  }

  /** Takes the one element that there must be. */
  <D, T> CompletionStage<T> one(String what, Function<D, T> read, Supplier<Publisher<D>> call) {
    return one(what, bound, read, call);
  }

  <D, T> CompletionStage<T> one(
      String what, Duration ownBound, Function<D, T> read, Supplier<Publisher<D>> call) {
    return run(what, ownBound, read, () -> Mono.from(call.get()).single());
  }

  /**
   * Inserts.
   *
   * @return false if one of its unique keys is taken: that is an answer, not a failure
   */
  <D> CompletionStage<Boolean> insert(String what, Supplier<Publisher<D>> call) {
    return run(
        what,
        bound,
        inserted -> inserted,
        () ->
            Mono.from(call.get())
                .map(result -> true)
                .onErrorResume(DriverFailures::isDuplicateKey, failure -> Mono.just(false)));
  }

  /**
   * Asks the server what became of a write whose answer was lost.
   *
   * @param ask empty: not told; then nobody knows, whatever the reason, and the result fails as the
   *     write did
   */
  static <T> CompletionStage<T> orAsk(
      CompletionStage<T> write, Supplier<CompletionStage<Optional<T>>> ask) {
    return write.exceptionallyCompose(
        failure -> {
          PortException lost = DriverFailures.of("write", failure);
          if (lost.category() != PortException.Category.TIMEOUT) {
            return CompletableFuture.failedStage(lost);
          }
          return ask.get()
              .exceptionally(again -> Optional.empty())
              .thenApply(told -> told.orElseThrow(() -> lost));
        });
  }

  /** From now on calls fail at once; those in flight end within their bound. */
  void close() {
    closed = true;
  }

  private <D, T> CompletionStage<T> run(
      String what, Duration ownBound, Function<D, T> read, Supplier<Mono<D>> call) {
    // Passing the bound also cancels the call, so that no cursor is read on for nobody.
    return start(what, () -> call.get().timeout(ownBound))
        .handleAsync((value, failure) -> answer(what, read, value, failure), executor);
  }

  private <D> CompletableFuture<D> start(String what, Supplier<Mono<D>> call) {
    if (closed) {
      return CompletableFuture.failedFuture(
          new PortException(
              DriverFailures.PORT, PortException.Category.UNAVAILABLE, what + ": closed"));
    }
    try {
      return call.get().toFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static <D, T> T answer(
      String what, Function<D, T> read, D value, @Nullable Throwable failure) {
    if (failure != null) {
      throw DriverFailures.of(what, failure);
    }
    try {
      return read.apply(value);
    } catch (RuntimeException e) {
      throw DriverFailures.of(what, e);
    }
  }
}
