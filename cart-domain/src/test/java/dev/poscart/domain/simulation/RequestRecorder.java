package dev.poscart.domain.simulation;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Sends the terminals' requests and records each with its outcome. */
final class RequestRecorder {

  private final World world;
  private final RequestRouter router;
  private final Sessions sessions;
  private final boolean sendsKeys;
  private final List<Attempt> history = new ArrayList<>();
  private int tags;

  /**
   * Opens.
   *
   * @param sendsKeys whether the service is told of the keys
   */
  RequestRecorder(World world, RequestRouter router, Sessions sessions, boolean sendsKeys) {
    this.world = world;
    this.router = router;
    this.sessions = sessions;
    this.sendsKeys = sendsKeys;
  }

  /** All attempts, in the order in which they began. */
  List<Attempt> history() {
    return history;
  }

  /** A number that was not used before. */
  int tag() {
    return ++tags;
  }

  /** A key for all attempts at one request. */
  ChangeId key() {
    return new ChangeId(new UUID(tag(), 0).toString());
  }

  <T> void ask(
      TerminalKey terminal,
      Operation operation,
      BiFunction<Service, ChangeContext, CompletionStage<T>> call,
      Consumer<Attempt> then) {
    ask(terminal, operation, Optional.empty(), call, then);
  }

  <T> void ask(
      TerminalKey terminal,
      Operation operation,
      Optional<ChangeId> key,
      BiFunction<Service, ChangeContext, CompletionStage<T>> call,
      Consumer<Attempt> then) {
    Terminal now = presented(terminal);
    Attempt attempt = new Attempt(history.size() + 1, now, operation, key, world.time().now());
    history.add(attempt);
    world.tally().count("attempts");
    world
        .trace()
        .add(terminal.terminalId(), "asks " + operation + key.map(id -> " key " + id).orElse(""));
    router.send(
        service ->
            service.authenticated(now).thenCompose(known -> call.apply(service, by(known, key))),
        (Outcome<T> outcome) -> {
          attempt.end(outcome, world.time().now());
          world.tally().count("outcome " + outcome.getClass().getSimpleName());
          world.trace().add(terminal.terminalId(), "hears " + heard(outcome) + " of " + operation);
          then.accept(attempt);
        });
  }

  private ChangeContext by(Terminal terminal, Optional<ChangeId> key) {
    ChangeContext plain = ChangeContext.by(terminal);
    return key.filter(id -> sendsKeys).map(plain::once).orElse(plain);
  }

  private Terminal presented(TerminalKey key) {
    Terminal terminal = sessions.terminal(key);
    return world.chance().percent(1) ? terminal.withStaff(Optional.empty()) : terminal;
  }

  private static String heard(Outcome<?> outcome) {
    return outcome instanceof Outcome.Done ? "Done" : outcome.toString();
  }
}
