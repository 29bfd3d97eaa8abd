package dev.poscart.domain.model;

import java.io.Serial;
import java.util.Optional;

/** The till says no; nothing was changed. Carries no stack trace: it is an answer, not a fault. */
public final class Refused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final transient Optional<EntryField> field;

  /**
   * Refuses.
   *
   * @param detail technical text for the terminal's log: what was asked and what was expected
   */
  public Refused(Refusal refusal, String detail) {
    this(refusal, Optional.empty(), detail);
  }

  /**
   * Refuses one field of a list of entries.
   *
   * @param detail what is wrong with the field, without saying where it stands
   */
  public Refused(Refusal refusal, EntryField field, String detail) {
    this(refusal, Optional.of(field), detail);
  }

  private Refused(Refusal refusal, Optional<EntryField> field, String detail) {
    super(detail, null, false, false);
    this.refusal = refusal;
    this.field = field;
  }

  public Refusal refusal() {
    return refusal;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /** The field at fault; empty where the detail says so itself. */
  public Optional<EntryField> field() {
    return field;
  }
}
