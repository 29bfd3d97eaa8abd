package dev.poscart.domain.model;

import java.util.Optional;

/**
 * What a void or a return takes for itself: the next place in the history of the sale that it
 * concerns. Everything that happens to a sale, be it a void, a return of all or of some pieces, or
 * the void of such a return, takes a place of its own. So whoever decided without knowing the last
 * of them finds the place taken, and two tills can never both reverse one sale.
 *
 * @param sale the sale concerned; for the void of a return it is the sale that was returned
 * @param place 1, 2, ... in order of happening
 */
public record ReversalClaim(TransactionKey sale, int place) {

  private static final String PREFIX = "reversal:";

  public ReversalClaim {
    Expect.atLeast("place", 1, place);
  }

  /** What the claims of all reversals of one sale begin with; no two sales have the same. */
  public static String history(TransactionKey sale) {
    // The store code comes last because it may hold any character; the numbers hold no colon.
    return PREFIX
        + sale.terminal().terminalNo()
        + ":"
        + sale.transactionNo()
        + ":"
        + sale.terminal().storeCode();
  }

  /** The claim as it is kept. */
  public String text() {
    return history(sale) + ":" + place;
  }

  /** The claim of a transaction, if it reverses another. */
  public static Optional<ReversalClaim> of(Transaction transaction) {
    String claim = transaction.claim();
    if (!claim.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int terminalEnd = claim.indexOf(':', PREFIX.length());
    int numberEnd = claim.indexOf(':', terminalEnd + 1);
    int placeStart = claim.lastIndexOf(':') + 1;
    TerminalKey terminal =
        new TerminalKey(
            transaction.terminal().tenantId(),
            claim.substring(numberEnd + 1, placeStart - 1),
            Integer.parseInt(claim, PREFIX.length(), terminalEnd, 10));
    int number = Integer.parseInt(claim, terminalEnd + 1, numberEnd, 10);
    int place = Integer.parseInt(claim, placeStart, claim.length(), 10);
    return Optional.of(new ReversalClaim(new TransactionKey(terminal, number), place));
  }
}
