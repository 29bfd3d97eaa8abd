package dev.poscart.app;

import java.io.PrintStream;

/** What a command prints for the operator. */
record OperatorOutput(PrintStream out) {

  /**
   * Prints a line. Control characters are replaced: text from a database must not send escape
   * sequences to the operator's terminal.
   */
  void line(String text) {
    out.println(text.replaceAll("\\p{Cntrl}", "?"));
  }
}
