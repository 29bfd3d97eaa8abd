package dev.poscart.domain.model;

/** Receipt numbers run from {@code start} to {@code end}, both inclusive, and over again. */
public record NumberRange(int start, int end) {

  /** What a till prints when no setting says otherwise. */
  public static final NumberRange DEFAULT = new NumberRange(111_111, 999_999);

  public NumberRange {
    Expect.atLeast("receipt number start", 0, start);
    Expect.atLeast("receipt number end", start, end);
  }

  /** The number after {@code last}; the start if that would leave the range. */
  public int after(int last) {
    return last < start || last >= end ? start : last + 1;
  }
}
