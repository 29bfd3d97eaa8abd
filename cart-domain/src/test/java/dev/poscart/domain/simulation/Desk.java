package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Where terminals send their requests, and where each is written down with what came of it. */
final class Desk {

  private final World world;
  private final Front front;
  private final List<Attempt> history = new ArrayList<>();
  private int tags;

  Desk(World world, Front front) {
    this.world = world;
    this.front = front;
  }

  /** All attempts, in the order in which they began. */
  List<Attempt> history() {
    return history;
  }

  /** A number that nobody has got before. */
  int tag() {
    return ++tags;
  }

  <T> void ask(
      TerminalKey terminal,
      Deed deed,
      BiFunction<Service, Terminal, CompletionStage<T>> call,
      Consumer<Attempt> then) {
    Attempt attempt = new Attempt(history.size() + 1, terminal, deed, world.time().now());
    history.add(attempt);
    world.tally().count("attempts");
    world.trace().add(terminal.terminalId(), "asks " + deed);
    Terminal now = world.chance().percent(1) ? Shops.signedOut(terminal) : Shops.opened(terminal);
    front.send(
        service -> call.apply(service, now),
        (Outcome<T> outcome) -> {
          attempt.end(outcome, world.time().now());
          world.tally().count("outcome " + outcome.getClass().getSimpleName());
          world.trace().add(terminal.terminalId(), "hears " + heard(outcome) + " of " + deed);
          then.accept(attempt);
        });
  }

  private static String heard(Outcome<?> outcome) {
    return outcome instanceof Outcome.Done ? "Done" : outcome.toString();
  }
}
