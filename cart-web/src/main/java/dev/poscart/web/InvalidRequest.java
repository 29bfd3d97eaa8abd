package dev.poscart.web;

import java.io.Serial;
import java.util.List;

/** The request does not have the documented shape; nothing was done. */
final class InvalidRequest extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidRequest(List<Problem> problems) {
    super(Problem.message(problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }
}
