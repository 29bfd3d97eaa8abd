package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalNumbers;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The session of a travelling terminal, and the numbers that it gives to its sales in it. */
final class OwnNumbers {

  private final World world;
  private final Sessions sessions;
  private final TerminalKey till;
  private final boolean numbersItself;
  private int transactionNo;
  private int receiptCounter;
  private Terminal session;
  private Optional<TerminalNumbers> ofSale = Optional.empty();

  OwnNumbers(World world, Sessions sessions, TerminalKey till) {
    this.world = world;
    this.sessions = sessions;
    this.till = till;
    this.numbersItself = world.chance().percent(75);
    this.session = sessions.terminal(till);
  }

  Terminal terminal() {
    return session;
  }

  /** Begins a sale; before it, the terminal is sometimes closed and opened again. */
  void next() {
    if (world.chance().percent(15)) {
      sessions.openAnew(till, world.chance().coin());
    }
    Terminal now = sessions.terminal(till);
    if (now.session().businessCounter() != session.session().businessCounter()) {
      transactionNo = 0;
    }
    session = now;
    ofSale = Optional.empty();
  }

  /** The same at each attempt to close a sale; empty if the terminal leaves them to the service. */
  Optional<TerminalNumbers> ofSale() {
    if (numbersItself && ofSale.isEmpty()) {
      ofSale =
          Optional.of(
              new TerminalNumbers(
                  ++transactionNo, ++receiptCounter, OffsetDateTime.now(world.time().clock(0))));
    }
    return ofSale;
  }
}
