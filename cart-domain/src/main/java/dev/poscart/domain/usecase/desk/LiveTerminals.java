package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Finds terminals in a directory, each with its state at the desk at this moment. */
public final class LiveTerminals implements TerminalDirectory {

  private final TerminalDirectory directory;
  private final DeskStates states;
  private final Clock clock;

  /**
   * @param directory may answer from a cache
   */
  public LiveTerminals(TerminalDirectory directory, DeskStates states, Clock clock) {
    this.directory = directory;
    this.states = states;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Optional<Terminal>> authenticate(TerminalKey terminal, String apiKey) {
    return directory.authenticate(terminal, apiKey).thenCompose(this::live);
  }

  @Override
  public CompletionStage<Optional<Terminal>> find(TerminalKey terminal, Instant notBefore) {
    return directory.find(terminal, notBefore).thenCompose(this::live);
  }

  private CompletionStage<Optional<Terminal>> live(Optional<Terminal> registered) {
    return registered
        .map(found -> states.live(found, clock.instant()).thenApply(Optional::of))
        .orElseGet(() -> Stages.completed(Optional.empty()));
  }
}
