package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.DeskDirectory;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreTerminals;
import dev.poscart.domain.port.TerminalDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What a terminal may read of its tenant and its store. */
public final class DeskListing {

  private final TerminalDirectory terminals;
  private final StoreTerminals storeTerminals;
  private final DeskDirectory directory;
  private final DeskStates states;
  private final Clock clock;

  public DeskListing(
      TerminalDirectory terminals,
      StoreTerminals storeTerminals,
      DeskDirectory directory,
      DeskStates states,
      Clock clock) {
    this.terminals = terminals;
    this.storeTerminals = storeTerminals;
    this.directory = directory;
    this.states = states;
    this.clock = clock;
  }

  /** A terminal and its state. */
  public record Listed(TerminalKey key, DeskState state) {}

  /**
   * The calling terminal as the directory knows it.
   *
   * @return fails with {@link Refusal#NOT_PERMITTED} unless it names itself, and with {@link
   *     Refusal#NOT_FOUND} if the directory does not know it
   */
  public CompletionStage<Terminal> own(Terminal caller, String terminalId) {
    return Stages.attempt(
        () -> {
          if (!caller.key().terminalId().equals(terminalId)) {
            throw new Refused(
                Refusal.NOT_PERMITTED, "A terminal acts on itself only, not on " + terminalId);
          }
          return find(caller.key())
              .thenApply(
                  found ->
                      found.orElseThrow(
                          () ->
                              new Refused(Refusal.NOT_FOUND, "Terminal not found: " + terminalId)));
        });
  }

  /** The terminals of the caller's store, ordered by their numbers. */
  public CompletionStage<List<Listed>> terminals(Terminal caller) {
    List<Listed> all = new ArrayList<>();
    return storeTerminals
        .of(caller.key().store())
        .thenCompose(keys -> Stages.untilFailure(keys, key -> listed(key).thenAccept(all::addAll)))
        .thenApply(done -> List.copyOf(all));
  }

  private CompletionStage<List<Listed>> listed(TerminalKey key) {
    return find(key)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? Stages.completed(List.of())
                    : states
                        .state(found.get(), clock.instant())
                        .thenApply(state -> List.of(new Listed(key, state))));
  }

  private CompletionStage<Optional<Terminal>> find(TerminalKey key) {
    return terminals.find(key, clock.instant().minus(Duration.ofDays(1)));
  }

  /** The stores of the caller's tenant, ordered by their codes. */
  public CompletionStage<List<Store>> stores(Terminal caller) {
    return directory.stores(caller.key().tenantId());
  }
}
