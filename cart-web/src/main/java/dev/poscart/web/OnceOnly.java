package dev.poscart.web;

import dev.poscart.domain.model.KeptAnswer;
import dev.poscart.domain.model.RequestKey;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.usecase.idempotency.KeyedRequests;
import dev.poscart.web.Authentication.TerminalAction;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Lets a terminal repeat a request under its key without its being done again. Without a key an
 * action is run as it is. Works behind authentication: whoever may not call learns nothing of what
 * others were answered.
 */
final class OnceOnly {

  private final KeyedRequests requests;
  private final Executor webThreads;

  OnceOnly(KeyedRequests requests, Executor webThreads) {
    this.requests = requests;
    this.webThreads = webThreads;
  }

  /** The action, done once for each key. */
  TerminalAction of(TerminalAction action) {
    return (terminal, request) -> {
      Optional<String> key = request.idempotencyKey();
      return key.isPresent()
          ? keyed(new RequestKey(terminal.key(), key.get()), action, terminal, request)
          : action.run(terminal, request);
    };
  }

  private CompletionStage<Rendered> keyed(
      RequestKey key, TerminalAction action, Terminal terminal, ApiRequest request) {
    return requests
        .answer(
            key,
            request.fingerprint(),
            change ->
                action
                    .run(terminal, request.as(change))
                    .thenApplyAsync(reply -> reply.render().toKeep(), webThreads))
        .thenApply(OnceOnly::answer);
  }

  private static Rendered answer(KeyedRequests.Outcome outcome) {
    KeptAnswer kept = outcome.answer();
    Answer answer = Answer.of(kept);
    return () -> outcome.replayed() ? answer.with("Idempotent-Replayed", "true") : answer;
  }
}
