package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A terminal as it stands at the moment of a request.
 *
 * @param session what its transactions are booked under
 * @param followsCalendar whether its business date changes with the calendar and not by opening it;
 *     the date of its session is then the one on which it was registered, until {@link
 *     dev.poscart.domain.port.TerminalSessions} brings it up to date
 */
public record Terminal(
    TerminalKey key,
    Status status,
    TerminalSession session,
    Optional<Staff> staff,
    boolean followsCalendar) {

  /** Life of a terminal in a business day. */
  public enum Status {
    IDLE,
    OPENED,
    CLOSED
  }

  /** A terminal whose session is the one in which it was opened. */
  public Terminal(TerminalKey key, Status status, TerminalSession session, Optional<Staff> staff) {
    this(key, status, session, staff, false);
  }

  /** The same terminal in another status. */
  public Terminal withStatus(Status newStatus) {
    return new Terminal(key, newStatus, session, staff, followsCalendar);
  }

  /** The same terminal in another session. */
  public Terminal withSession(TerminalSession newSession) {
    return new Terminal(key, status, newSession, staff, followsCalendar);
  }

  /** The same terminal with other staff signed in, or without any. */
  public Terminal withStaff(Optional<Staff> newStaff) {
    return new Terminal(key, status, session, newStaff, followsCalendar);
  }

  /**
   * The signed-in staff, who answer for what this terminal does.
   *
   * @throws Refused with {@link Refusal#STAFF_NOT_SIGNED_IN} if there are none
   */
  public Staff requireStaff() {
    return staff.orElseThrow(
        () ->
            new Refused(
                Refusal.STAFF_NOT_SIGNED_IN, "No staff signed in at terminal " + key.terminalId()));
  }
}
