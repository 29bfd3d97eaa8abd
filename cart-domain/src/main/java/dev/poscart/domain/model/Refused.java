package dev.poscart.domain.model;

import java.io.Serial;

/** The till says no; nothing was changed. Carries no stack trace: it is an answer, not a fault. */
public final class Refused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  /**
   * Refuses.
   *
   * @param detail technical text for the terminal's log: what was asked and what was expected
   */
  public Refused(Refusal refusal, String detail) {
    super(detail, null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
