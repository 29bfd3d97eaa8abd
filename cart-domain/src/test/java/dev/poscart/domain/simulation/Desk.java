package dev.poscart.domain.simulation;

import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Where terminals send their requests, and where each is written down with what came of it. */
final class Desk {

  private final World world;
  private final Front front;
  private final Sessions sessions;
  private final boolean heedsKeys;
  private final List<Attempt> history = new ArrayList<>();
  private int tags;

  /**
   * Opens.
   *
   * @param heedsKeys whether the service is told of the keys
   */
  Desk(World world, Front front, Sessions sessions, boolean heedsKeys) {
    this.world = world;
    this.front = front;
    this.sessions = sessions;
    this.heedsKeys = heedsKeys;
  }

  /** All attempts, in the order in which they began. */
  List<Attempt> history() {
    return history;
  }

  /** A number that nobody has got before. */
  int tag() {
    return ++tags;
  }

  /** A key for all attempts at one wish. */
  ChangeId key() {
    return new ChangeId(new UUID(tag(), 0).toString());
  }

  <T> void ask(
      TerminalKey terminal,
      Deed deed,
      BiFunction<Service, Terminal, CompletionStage<T>> call,
      Consumer<Attempt> then) {
    ask(terminal, deed, Optional.empty(), call, then);
  }

  <T> void ask(
      TerminalKey terminal,
      Deed deed,
      Optional<ChangeId> key,
      BiFunction<Service, Terminal, CompletionStage<T>> call,
      Consumer<Attempt> then) {
    Terminal now = presented(terminal);
    Attempt attempt = new Attempt(history.size() + 1, now, deed, key, world.time().now());
    history.add(attempt);
    world.tally().count("attempts");
    world
        .trace()
        .add(terminal.terminalId(), "asks " + deed + key.map(id -> " key " + id).orElse(""));
    front.send(
        service -> call.apply(key.filter(id -> heedsKeys).map(service::once).orElse(service), now),
        (Outcome<T> outcome) -> {
          attempt.end(outcome, world.time().now());
          world.tally().count("outcome " + outcome.getClass().getSimpleName());
          world.trace().add(terminal.terminalId(), "hears " + heard(outcome) + " of " + deed);
          then.accept(attempt);
        });
  }

  private Terminal presented(TerminalKey key) {
    Terminal terminal = sessions.terminal(key);
    return world.chance().percent(1) ? terminal.withStaff(Optional.empty()) : terminal;
  }

  private static String heard(Outcome<?> outcome) {
    return outcome instanceof Outcome.Done ? "Done" : outcome.toString();
  }
}
