package dev.poscart.domain.simulation;

/** What is done at the desk of a till. */
enum DeskAction {
  OPEN,
  CLOSE,
  CASH_IN,
  CASH_OUT,
  SIGN_IN,
  SIGN_OUT;

  /** Whether it leaves an entry in the log. */
  boolean isLogged() {
    return this != SIGN_IN && this != SIGN_OUT;
  }
}
