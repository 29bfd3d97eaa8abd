package dev.poscart.domain.usecase.session;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import java.time.OffsetDateTime;

/**
 * The terminal state and time of a transaction.
 *
 * @param terminal its state at that time
 */
public record Booking(Terminal terminal, OffsetDateTime at) {

  public Staff staff() {
    return terminal.requireStaff();
  }

  /**
   * Refuses a terminal that was never opened, whose transactions would belong to no business day.
   */
  public TerminalSession session() {
    if (!terminal.session().hasBusinessDate()) {
      throw new Refused(
          Refusal.TERMINAL_NOT_OPENED,
          "Terminal " + terminal.key().terminalId() + " has no business date");
    }
    return terminal.session();
  }
}
