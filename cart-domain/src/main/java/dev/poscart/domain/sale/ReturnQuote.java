package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import java.util.List;

/**
 * What a return would refund, asked for before it is made.
 *
 * @param refund the value of the chosen pieces, in yen with tax; 0 if none was chosen
 * @param returnable the pieces of each line that can still be returned, the chosen ones included
 */
public record ReturnQuote(Money refund, List<ReturnEntry> returnable) {

  public ReturnQuote {
    returnable = List.copyOf(returnable);
  }
}
