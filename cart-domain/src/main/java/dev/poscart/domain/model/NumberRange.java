package dev.poscart.domain.model;

/**
 * A range of receipt numbers, from {@code start} to {@code end}, both inclusive; after the end,
 * numbering starts over.
 */
public record NumberRange(int start, int end) {

  /** The default if no setting specifies a range. */
  public static final NumberRange DEFAULT = new NumberRange(111_111, 999_999);

  public NumberRange {
    Expect.atLeast("receipt number start", 0, start);
    Expect.atLeast("receipt number end", start, end);
  }

  /** The number of a terminal's n-th receipt; the start for a counter less than 1. */
  public int ofCounter(int counter) {
    return counter < 1 ? start : start + (counter - 1) % (end - start + 1);
  }

  /** The inverse: the least counter of a receipt with a number; 0 if it is not in the range. */
  public int counterOf(int receiptNo) {
    return receiptNo < start || receiptNo > end ? 0 : receiptNo - start + 1;
  }

  /** The number after {@code last}; the start if that would leave the range. */
  public int after(int last) {
    return last < start || last >= end ? start : last + 1;
  }
}
