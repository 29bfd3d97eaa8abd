package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A terminal as it stands at the moment of a request.
 *
 * @param businessDate {@code YYYYMMDD}; set by opening the terminal, not by the clock
 * @param openCounter how often the terminal was opened on that business date
 * @param businessCounter running number of the business day
 */
public record Terminal(
    TerminalKey key,
    Status status,
    String businessDate,
    int openCounter,
    int businessCounter,
    Optional<Staff> staff) {

  /** Life of a terminal in a business day. */
  public enum Status {
    IDLE,
    OPENED,
    CLOSED
  }
}
