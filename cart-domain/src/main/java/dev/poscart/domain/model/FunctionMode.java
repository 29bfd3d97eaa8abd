package dev.poscart.domain.model;

/** What the screen of a terminal shows. A label that changes nothing else. */
public enum FunctionMode {
  MAIN_MENU,
  OPEN_TERMINAL,
  SALES,
  RETURNS,
  VOID,
  REPORTS,
  CLOSE_TERMINAL,
  JOURNAL,
  MAINTENANCE,
  CASH_IN_OUT;

  /** Whether a terminal in this status can show it. */
  public boolean isAllowed(Terminal.Status status) {
    return switch (this) {
      case SALES, RETURNS, VOID, CLOSE_TERMINAL, CASH_IN_OUT -> status == Terminal.Status.OPENED;
      case OPEN_TERMINAL -> status != Terminal.Status.OPENED;
      case MAIN_MENU, REPORTS, JOURNAL, MAINTENANCE -> true;
    };
  }
}
