package dev.poscart.adapters.mongo;

import dev.poscart.domain.port.PortException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Adapts the driver's publishers to stages. Each call has a time limit, fails only with {@link
 * PortException}, and completes on the adapter's own threads: the driver's threads read and write
 * sockets and must not wait for callers.
 */
final class DriverCalls {

  /**
   * The driver requests as many elements from the server as are requested from it. Unbounded demand
   * would become a batch size of 2,147,483,647, which some servers take literally.
   */
  private static final int MAX_AT_ONCE = 1000;

  /** Of a collection of any size, this many elements are in memory. */
  private static final int FEW = 100;

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
   * @param what names the call in error messages
   */
  <D, T> CompletionStage<Optional<T>> first(
      String what, Function<D, T> read, Supplier<Publisher<D>> call) {
    return run(
        what,
        bound,
        found -> found.map(each -> read(what, read, each)),
        () -> Mono.from(call.get()).map(Optional::of).defaultIfEmpty(Optional.empty()));
  }

  /** Takes all elements. */
  <D, T> CompletionStage<List<T>> all(
      String what, Function<D, T> read, Supplier<Publisher<D>> call) {
    return run(
        what,
        bound,
        found -> found.stream().map(each -> read(what, read, each)).toList(),
        () -> Flux.from(call.get()).limitRate(MAX_AT_ONCE).collectList());
  }

  /**
   * Hands over all elements, one at a time and in order. Only a few are in memory at once. Each
   * request to the server has a time limit, the whole has none.
   */
  <D> CompletionStage<Void> each(String what, Consumer<D> take, Supplier<Publisher<D>> call) {
    return start(
            what,
            () ->
                Flux.from(call.get())
                    .publishOn(Schedulers.fromExecutor(executor), FEW)
                    .doOnNext(take)
                    .then(Mono.just(true)))
        .handleAsync((done, failure) -> answer(what, d -> d, done, failure), executor)
        .thenAccept(done -> {});
  }

  /** Takes the only element; it must exist. */
  <D, T> CompletionStage<T> one(String what, Function<D, T> read, Supplier<Publisher<D>> call) {
    return one(what, bound, read, call);
  }

  <D, T> CompletionStage<T> one(
      String what, Duration ownBound, Function<D, T> read, Supplier<Publisher<D>> call) {
    return run(
        what, ownBound, each -> read(what, read, each), () -> Mono.from(call.get()).single());
  }

  /**
   * Inserts a document.
   *
   * @return false if one of its unique keys is taken, which is a result, not a failure
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
   * Determines the outcome of a write whose response was lost.
   *
   * @param ask returns the outcome; empty or failed: the outcome remains unknown, and the result
   *     fails with the failure of the write
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

  /** Later calls fail at once; those in flight end within their time limit. */
  void close() {
    closed = true;
  }

  private <D, T> CompletionStage<T> run(
      String what, Duration ownBound, Function<D, T> read, Supplier<Mono<D>> call) {
    // The timeout also cancels the call, so that its cursor is not read any further.
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
    return read.apply(value);
  }

  private static <D, T> T read(String what, Function<D, T> read, D stored) {
    try {
      return read.apply(stored);
    } catch (RuntimeException e) {
      String id = stored instanceof Document document ? " " + document.get("_id") : "";
      throw new PortException(
          DriverFailures.PORT, PortException.Category.UNREADABLE, what + ": document" + id, e);
    }
  }
}
