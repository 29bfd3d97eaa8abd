package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A terminal with its state at the time of a request.
 *
 * @param session the session that its transactions belong to
 * @param followsCalendar whether its business date follows the calendar instead of being set by
 *     opening it; the date of the session is then that of its registration until {@link
 *     dev.poscart.domain.port.TerminalSessions} updates it
 * @param ofDesk whether status, session and staff are those at the shop's own desk at this moment
 * @param countsReceipts whether it numbers its sales itself, as terminals do whose carts travel
 */
public record Terminal(
    TerminalKey key,
    Status status,
    TerminalSession session,
    Optional<Staff> staff,
    boolean followsCalendar,
    boolean ofDesk,
    boolean countsReceipts) {

  /** The states of a terminal during a business day. */
  public enum Status {
    IDLE,
    OPENED,
    CLOSED
  }

  /** A terminal that the shop's own desk has not taken over and that leaves its numbers to us. */
  public Terminal(
      TerminalKey key,
      Status status,
      TerminalSession session,
      Optional<Staff> staff,
      boolean followsCalendar) {
    this(key, status, session, staff, followsCalendar, false, false);
  }

  /** A terminal whose business date was set by opening it. */
  public Terminal(TerminalKey key, Status status, TerminalSession session, Optional<Staff> staff) {
    this(key, status, session, staff, false);
  }

  /** This terminal as one that numbers its sales itself. */
  public Terminal countingReceipts() {
    return new Terminal(key, status, session, staff, followsCalendar, ofDesk, true);
  }

  /** This terminal in another status. */
  public Terminal withStatus(Status newStatus) {
    return new Terminal(key, newStatus, session, staff, followsCalendar, ofDesk, countsReceipts);
  }

  /** This terminal in another session. */
  public Terminal withSession(TerminalSession newSession) {
    return new Terminal(key, status, newSession, staff, followsCalendar, ofDesk, countsReceipts);
  }

  /** This terminal with other staff signed in, or with none. */
  public Terminal withStaff(Optional<Staff> newStaff) {
    return new Terminal(key, status, session, newStaff, followsCalendar, ofDesk, countsReceipts);
  }

  /** This terminal as it is at the shop's own desk. */
  public Terminal at(DeskState state) {
    return new Terminal(
        key, state.status(), state.session(), state.staff(), false, true, countsReceipts);
  }

  /**
   * Checks that a request of this terminal is about its own tenant.
   *
   * @throws Refused with {@link Refusal#TENANT_MISMATCH} if it is not
   */
  public void requireTenant(String tenantId) {
    if (!key.tenantId().equals(tenantId)) {
      throw new Refused(Refusal.TENANT_MISMATCH, "Invalid ", Subject.tenant(tenantId));
    }
  }

  /**
   * Checks that this terminal is opened.
   *
   * @throws Refused with {@link Refusal#TERMINAL_NOT_OPENED} if it is not
   */
  public void requireOpened() {
    if (status != Status.OPENED) {
      throw new Refused(
          Refusal.TERMINAL_NOT_OPENED, "Terminal " + key.terminalId() + " is not opened");
    }
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
