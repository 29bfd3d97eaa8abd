package dev.poscart.domain.model;

import java.util.Optional;

/**
 * The claim of a void or a return: the next place in the history of the sale concerned. Everything
 * that happens to a sale, whether a void, a full or partial return, or the void of such a return,
 * takes one place. A decision made without knowledge of the latest one finds its place taken, so
 * two tills can never both reverse a sale.
 *
 * @param sale the sale concerned; for the void of a return, the sale that was returned
 * @param place 1, 2, ... in the order of occurrence
 */
public record ReversalClaim(LogPosition sale, int place) {

  private static final String PREFIX = "reversal:";

  public ReversalClaim {
    Expect.atLeast("place", 1, place);
  }

  /** The common prefix of the claims of all reversals of a sale, different for each sale. */
  public static String history(LogPosition sale) {
    // The store code comes last because it may contain any character; the numbers contain no colon.
    return PREFIX
        + sale.terminal().terminalNo()
        + ":"
        + sale.position()
        + ":"
        + sale.terminal().storeCode();
  }

  /** The claim in its stored form. */
  public String text() {
    return history(sale) + ":" + place;
  }

  /** The claim of a transaction, if it is a reversal. */
  public static Optional<ReversalClaim> of(Transaction transaction) {
    String claim = transaction.claim();
    if (!claim.startsWith(PREFIX)) {
      return Optional.empty();
    }
    int terminalEnd = claim.indexOf(':', PREFIX.length());
    int positionEnd = claim.indexOf(':', terminalEnd + 1);
    int placeStart = claim.lastIndexOf(':') + 1;
    TerminalKey terminal =
        new TerminalKey(
            transaction.terminal().tenantId(),
            claim.substring(positionEnd + 1, placeStart - 1),
            Integer.parseInt(claim, PREFIX.length(), terminalEnd, 10));
    int position = Integer.parseInt(claim, terminalEnd + 1, positionEnd, 10);
    int place = Integer.parseInt(claim, placeStart, claim.length(), 10);
    return Optional.of(new ReversalClaim(new LogPosition(terminal, position), place));
  }
}
