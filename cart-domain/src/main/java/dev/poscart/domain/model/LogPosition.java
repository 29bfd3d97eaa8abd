package dev.poscart.domain.model;

/**
 * Identifies an entry of the transaction log.
 *
 * @param terminal the terminal that the entry belongs to
 * @param position where it stands in the terminal's log: 1, 2, ... without gaps or duplicates.
 *     Entries of versions without positions stand at their transaction number
 */
public record LogPosition(TerminalKey terminal, int position) {

  public String tenantId() {
    return terminal.tenantId();
  }
}
