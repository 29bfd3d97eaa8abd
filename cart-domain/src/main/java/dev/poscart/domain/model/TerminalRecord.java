package dev.poscart.domain.model;

import java.util.Optional;

/**
 * What is known of a terminal beside its log.
 *
 * @param staff signed in
 * @param description the name of the terminal
 * @param changeId id of the request that changed it last, if a repeated one is to be recognized
 * @param prints Z reports that were printed
 */
public record TerminalRecord(
    Optional<Staff> staff,
    FunctionMode functionMode,
    String description,
    Optional<String> changeId,
    ZPrints prints) {

  public TerminalRecord withStaff(Optional<Staff> newStaff) {
    return new TerminalRecord(newStaff, functionMode, description, changeId, prints);
  }

  public TerminalRecord withFunctionMode(FunctionMode newMode) {
    return new TerminalRecord(staff, newMode, description, changeId, prints);
  }

  public TerminalRecord withDescription(String newDescription) {
    return new TerminalRecord(staff, functionMode, newDescription, changeId, prints);
  }

  /** This record, changed by a request. */
  public TerminalRecord changedBy(Optional<String> newChangeId) {
    return new TerminalRecord(staff, functionMode, description, newChangeId, prints);
  }

  /** This record after one more print. */
  public TerminalRecord withPrint(ZPrint print) {
    return new TerminalRecord(staff, functionMode, description, changeId, prints.plus(print));
  }
}
