package dev.poscart.domain.model;

import java.io.Serial;
import java.util.Optional;

/**
 * Thrown when the till refuses a request; nothing was changed. It has no stack trace, because a
 * refusal is not an error.
 */
public final class Refused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final transient Optional<EntryField> field;

  /**
   * Creates a refusal.
   *
   * @param detail technical text for the terminal's log: what was requested and what was expected
   */
  public Refused(Refusal refusal, String detail) {
    this(refusal, Optional.empty(), detail);
  }

  /**
   * Creates a refusal because of one field in a list of entries.
   *
   * @param detail what is wrong with the field, without its location
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

  /** The field at fault; empty if the detail contains the location. */
  public Optional<EntryField> field() {
    return field;
  }
}
