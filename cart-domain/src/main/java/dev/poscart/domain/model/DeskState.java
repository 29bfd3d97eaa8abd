package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The state of a terminal at the shop's own desk.
 *
 * @param session the current session, or the last one of a closed terminal
 * @param openingFloat cash in the drawer at the last opening; empty: not given, counts as zero
 * @param countedCash cash in the drawer at the last closing; empty: not counted
 * @param staff signed in
 * @param description the name of the terminal
 */
public record DeskState(
    Terminal.Status status,
    TerminalSession session,
    Optional<Money> openingFloat,
    Optional<Money> countedCash,
    Optional<Staff> staff,
    FunctionMode functionMode,
    String description) {

  public boolean isOpened() {
    return status == Terminal.Status.OPENED;
  }
}
