package dev.poscart.domain.model;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Thrown when the till refuses a request; nothing was changed. It has no stack trace, because a
 * refusal is not an error.
 *
 * <p>The detail is technical text for the terminal's log: what was requested and what was expected.
 * It consists of parts: words, values, and things such as a {@link Subject} that the module that
 * renders the text names in its own way.
 */
public final class Refused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final transient Optional<InputPlace> place;
  private final transient List<Object> parts;

  /**
   * Creates a refusal.
   *
   * @param parts of the detail
   */
  public Refused(Refusal refusal, Object... parts) {
    this(refusal, Optional.empty(), List.of(parts));
  }

  private Refused(Refusal refusal, Optional<InputPlace> place, List<Object> parts) {
    super(place.map(at -> at + ": ").orElse("") + text(parts), null, false, false);
    this.refusal = refusal;
    this.place = place;
    this.parts = parts;
  }

  /**
   * Creates a refusal because of one value in the request.
   *
   * @param parts of the detail: what is wrong with the value, without its location
   */
  public static Refused at(InputPlace place, Refusal refusal, Object... parts) {
    return new Refused(refusal, Optional.of(place), List.of(parts));
  }

  public Refusal refusal() {
    return refusal;
  }

  /** The location of the value at fault; empty if the refusal does not concern a single value. */
  public Optional<InputPlace> place() {
    return place;
  }

  /** The detail in the domain's own words, without the location. */
  public String detail() {
    return text(parts);
  }

  /** The parts of the detail, for a module that renders them in its own way. */
  public List<Object> parts() {
    return parts;
  }

  private static String text(List<Object> parts) {
    return parts.stream().map(String::valueOf).collect(Collectors.joining());
  }
}
