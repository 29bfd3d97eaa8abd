package dev.poscart.domain.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The location of a value in a request: a path of fields and list indexes, such as the quantity of
 * entry 0.
 *
 * @param steps from the outside in; empty for the whole content
 */
public record InputPlace(List<Step> steps) {

  /** The whole content of the request. */
  public static final InputPlace WHOLE = new InputPlace(List.of());

  /** One step of the path. */
  public sealed interface Step permits InputField, Entry {}

  /**
   * An index of a list.
   *
   * @param index from 0
   */
  public record Entry(int index) implements Step {

    public Entry {
      Expect.atLeast("index", 0, index);
    }

    @Override
    public String toString() {
      return "entry " + index;
    }
  }

  public InputPlace {
    steps = List.copyOf(steps);
  }

  /** A field of the content, if that is not a list. */
  public static InputPlace of(InputField field) {
    return WHOLE.then(field);
  }

  /** A field at this location. */
  public InputPlace then(InputField field) {
    return with(field);
  }

  /** An entry of the list at this location. */
  public InputPlace entry(int index) {
    return with(new Entry(index));
  }

  private InputPlace with(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new InputPlace(longer);
  }

  /** The path as the domain's own messages show it, such as {@code entry 0, QUANTITY}. */
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining(", "));
  }
}
