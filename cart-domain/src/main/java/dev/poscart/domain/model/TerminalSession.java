package dev.poscart.domain.model;

/**
 * The session of a terminal to which its transactions belong. Date and counters are one value, so
 * that no transaction has the date of one session and the counters of another.
 *
 * @param businessDate {@code YYYYMMDD}; empty if the terminal was never opened
 * @param openCounter how many times the terminal was opened on that business date, 0 or more
 * @param businessCounter running number of the terminal's openings, 0 or more
 */
public record TerminalSession(String businessDate, int openCounter, int businessCounter) {

  public TerminalSession {
    checkCounter("openCounter", openCounter);
    checkCounter("businessCounter", businessCounter);
  }

  private static void checkCounter(String name, int counter) {
    if (counter < 0) {
      throw new IllegalArgumentException(name + ": " + counter + " (expected: >= 0)");
    }
  }

  /** Whether transactions can be made in this session. */
  public boolean hasBusinessDate() {
    return !businessDate.isBlank();
  }

  /** The same counters on another business date. */
  public TerminalSession on(String otherDate) {
    return new TerminalSession(otherDate, openCounter, businessCounter);
  }
}
