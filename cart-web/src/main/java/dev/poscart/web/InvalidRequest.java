package dev.poscart.web;

import java.io.Serial;
import java.util.List;

/** Thrown when a request does not have the documented shape. Nothing has been changed. */
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
