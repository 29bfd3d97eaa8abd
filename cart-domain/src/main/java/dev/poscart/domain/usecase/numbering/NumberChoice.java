package dev.poscart.domain.usecase.numbering;

import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog.Appended.NumberTaken;
import java.util.Optional;

/** Chooses the numbers of the next entry. */
interface NumberChoice {

  IssuedNumbers after(Optional<LogEnd> last);

  /**
   * The choice after other entries turned out to have the numbers.
   *
   * @throws Refused with {@link Refusal#CLOSED_OTHERWISE} if there is no other choice
   */
  NumberChoice beyond(NumberTaken taken);

  /**
   * Checks that the numbers continue those of a transaction of the same session whose receipt was
   * not counted.
   *
   * @throws Refused with {@link Refusal#CLOSED_OTHERWISE} if they do not
   */
  void requireAfter(Transaction uncounted);

  /** The numbers after the last ones; terminals may have given greater ones to entries before. */
  record Next(NumberRange range, NumberTaken taken) implements NumberChoice {

    static Next in(NumberRange range) {
      return new Next(range, new NumberTaken(0, 0));
    }

    @Override
    public IssuedNumbers after(Optional<LogEnd> last) {
      return last.map(end -> end.numbers().next(range))
          .orElseGet(() -> IssuedNumbers.first(range))
          .beyond(taken.transactionNo())
          .beyondReceipt(taken.receiptCounter(), range);
    }

    @Override
    public NumberChoice beyond(NumberTaken found) {
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
    public NumberChoice beyond(NumberTaken taken) {
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
        beyond(new NumberTaken(uncounted.numbers().transactionNo(), printed));
      }
    }
  }
}
