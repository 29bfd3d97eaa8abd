package dev.poscart.app.config;

/**
 * The exit codes, on which scripts can rely. The help of each command says what they mean for it.
 */
public enum ExitCode {
  /** The command did what it was asked for. */
  DONE(0),
  /** A check found faults; for other commands, a bug. */
  FAULTY(1),
  /** The command could not do what it was asked for; standard error says what was expected. */
  REFUSED(2);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }
}
