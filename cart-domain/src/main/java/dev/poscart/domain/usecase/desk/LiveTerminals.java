package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds terminals in a directory, each with its state at the desk at this moment. */
public final class LiveTerminals implements TerminalDirectory {

  private final TerminalDirectory directory;
  private final DeskStates states;
  private final DeskStates recent;
  private final Duration recentAge;
  private final Clock clock;

  /**
   * @param directory may answer from a cache
   * @param states as they are
   * @param recent the same, or as they were a moment ago
   * @param recentAge how long that moment can be
   */
  public LiveTerminals(
      TerminalDirectory directory,
      DeskStates states,
      DeskStates recent,
      Duration recentAge,
      Clock clock) {
    this.directory = directory;
    this.states = states;
    this.recent = recent;
    this.recentAge = recentAge;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Optional<Terminal>> authenticate(TerminalKey terminal, String apiKey) {
    return directory
        .authenticate(terminal, apiKey)
        .thenCompose(found -> live(found, recent, clock.instant()));
  }

  @Override
  public CompletionStage<Optional<Terminal>> find(TerminalKey terminal, Instant notBefore) {
    Instant now = clock.instant();
    boolean isRecentEnough = now.minus(recentAge).isAfter(notBefore);
    return directory
        .find(terminal, notBefore)
        .thenCompose(found -> live(found, isRecentEnough ? recent : states, now));
  }

  private static CompletionStage<Optional<Terminal>> live(
      Optional<Terminal> registered, DeskStates states, Instant now) {
    return registered
        .map(found -> states.live(found, now).thenApply(Optional::of))
        .orElseGet(() -> Stages.completed(Optional.empty()));
  }
}
