package dev.poscart.domain.usecase.numbering;

import dev.poscart.domain.model.HighestNumbers;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.model.Transaction;
import java.util.Optional;

/** Chooses the numbers of the next entry. */
interface NumberChoice {

  IssuedNumbers after(Optional<LogEnd> last);

  /**
   * Whether the numbers also depend on the highest ones, since terminals give them in any order.
   */
  boolean needsHighest(Optional<LogEnd> last);

  /**
   * The choice of numbers that are higher than others.
   *
   * @throws Refused with {@link Refusal#CLOSED_OTHERWISE} if there is no other choice
   */
  NumberChoice beyond(HighestNumbers taken);

  /**
   * Checks that the numbers continue those of a transaction of the same session whose receipt was
   * not counted.
   *
   * @throws Refused with {@link Refusal#CLOSED_OTHERWISE} if they do not
   */
  void requireAfter(Transaction uncounted);

  /** The numbers after the last ones and, where the terminal counts, the highest ones. */
  record Next(NumberRange range, HighestNumbers taken) implements NumberChoice {

    static Next in(NumberRange range) {
      return new Next(range, HighestNumbers.NONE);
    }

    @Override
    public IssuedNumbers after(Optional<LogEnd> last) {
      return last.map(end -> end.numbers().next(range))
          .orElseGet(() -> IssuedNumbers.first(range))
          .beyond(taken.transactionNo())
          .beyondReceipt(taken.receiptCounter(), range);
    }

    /** What the service has numbered itself is in order. */
    @Override
    public boolean needsHighest(Optional<LogEnd> last) {
      return last.flatMap(end -> end.numbers().receiptCounter()).isPresent();
    }

    @Override
    public NumberChoice beyond(HighestNumbers found) {
      return new Next(range, found);
    }

    @Override
    public void requireAfter(Transaction uncounted) {}
  }

  /** The terminal's own numbers, or none. */
  record Given(TerminalNumbers numbers, NumberRange range) implements NumberChoice {

    @Override
    public IssuedNumbers after(Optional<LogEnd> last) {
      return numbers.in(range);
    }

    @Override
    public boolean needsHighest(Optional<LogEnd> last) {
      return false;
    }

    @Override
    public NumberChoice beyond(HighestNumbers taken) {
      throw new Refused(
          Refusal.CLOSED_OTHERWISE,
          "Another transaction has the number ",
          numbers.transactionNo(),
          " of this session (expected: more than ",
          taken.transactionNo(),
          "), or the receipt counter ",
          numbers.receiptCounter(),
          " of this terminal (expected: more than ",
          taken.receiptCounter(),
          ")");
    }

    @Override
    public void requireAfter(Transaction uncounted) {
      int printed = range.counterOf(uncounted.numbers().receiptNo());
      if (numbers.receiptCounter() <= printed) {
        beyond(new HighestNumbers(uncounted.numbers().transactionNo(), printed));
      }
    }
  }
}
