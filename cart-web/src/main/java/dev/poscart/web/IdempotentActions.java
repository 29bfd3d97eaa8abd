package dev.poscart.web;

import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.usecase.idempotency.IdempotentRequests;
import dev.poscart.web.Authentication.TerminalAction;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Makes actions idempotent: requests repeated with the same idempotency key take effect once.
 * Requests without a key run unchanged. Authentication comes first, so that callers cannot read the
 * responses of others.
 */
final class IdempotentActions {

  private final IdempotentRequests requests;
  private final Executor webThreads;

  IdempotentActions(IdempotentRequests requests, Executor webThreads) {
    this.requests = requests;
    this.webThreads = webThreads;
  }

  /** Wraps an action so that it runs once per idempotency key. */
  TerminalAction of(TerminalAction action) {
    return (terminal, request) -> {
      Optional<String> key = request.idempotencyKey();
      return key.isPresent()
          ? keyed(new IdempotencyKey(terminal.key(), key.get()), action, terminal, request)
          : action.run(terminal, request);
    };
  }

  private CompletionStage<Renderable> keyed(
      IdempotencyKey key, TerminalAction action, Terminal terminal, ApiRequest request) {
    return requests
        .respond(
            key,
            request.fingerprint(),
            change ->
                action
                    .run(terminal, request.as(change))
                    .thenApplyAsync(reply -> reply.render().toStored(), webThreads))
        .thenApply(IdempotentActions::answer);
  }

  private static Renderable answer(IdempotentRequests.Outcome outcome) {
    StoredResponse stored = outcome.response();
    Answer answer = Answer.of(stored);
    return () -> outcome.replayed() ? answer.with("Idempotent-Replayed", "true") : answer;
  }
}
