package dev.poscart.domain.usecase.session;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.model.TerminalSession;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The terminal state and time of a transaction.
 *
 * @param terminal its state at that time
 */
public record Booking(Terminal terminal, OffsetDateTime at) {

  /** The same at the time that the terminal gives, if it does. */
  public Booking at(Optional<TerminalNumbers> given) {
    return given.map(numbers -> new Booking(terminal, numbers.at())).orElse(this);
  }

  public Staff staff() {
    return terminal.requireStaff();
  }

  /**
   * Refuses a terminal that is not opened: its transactions would belong to no session. Whether it
   * is opened only the shop's own desk knows for certain.
   */
  public TerminalSession session() {
    if (terminal.ofDesk()) {
      terminal.requireOpened();
    }
    if (!terminal.session().hasBusinessDate()) {
      throw new Refused(
          Refusal.TERMINAL_NOT_OPENED,
          "Terminal " + terminal.key().terminalId() + " has no business date");
    }
    return terminal.session();
  }
}
