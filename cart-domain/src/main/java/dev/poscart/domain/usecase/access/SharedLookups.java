package dev.poscart.domain.usecase.access;

import dev.poscart.domain.port.Stages;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Merges equal look-ups in flight into one. */
final class SharedLookups<Q, A> {

  private record Lookup<A>(Instant since, CompletableFuture<A> answer) {}

  private final Map<Q, Lookup<A>> inFlight = new ConcurrentHashMap<>();

  /**
   * Starts a look-up, or joins an equal one in flight.
   *
   * @param notBefore look-ups that began earlier are not joined
   * @param remember receives the answer before the look-up can no longer be joined, unless it was
   *     {@linkplain #forget forgotten} meanwhile
   */
  CompletionStage<A> ask(
      Q question,
      Instant now,
      Instant notBefore,
      Supplier<CompletionStage<A>> source,
      Consumer<A> remember) {
    Lookup<A> ours = new Lookup<>(now, new CompletableFuture<>());
    Lookup<A> current =
        inFlight.compute(
            question,
            (key, theirs) -> theirs == null || theirs.since().isBefore(notBefore) ? ours : theirs);
    if (current.equals(ours)) {
      start(question, ours, source, remember);
    }
    return current.answer().copy();
  }

  /** Later look-ups do not join the matching ones in flight. */
  void forget(Predicate<Q> questions) {
    inFlight.keySet().removeIf(questions);
  }

  private void start(
      Q question, Lookup<A> ours, Supplier<CompletionStage<A>> source, Consumer<A> remember) {
    var unused =
        Stages.attempt(source)
            .whenComplete(
                (answer, failure) -> {
                  inFlight.computeIfPresent(
                      question,
                      (key, current) -> {
                        if (!current.equals(ours)) {
                          return current;
                        }
                        if (failure == null) {
                          remember.accept(answer);
                        }
                        return null;
                      });
                  if (failure == null) {
                    ours.answer().complete(answer);
                  } else {
                    ours.answer().completeExceptionally(failure);
                  }
                });
  }
}
