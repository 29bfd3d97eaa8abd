package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An entry of a terminal's log, which never changes. Transactions and what happens at the desk
 * share one sequence of positions, so that a sale is either before or after a closing.
 */
public sealed interface LogEntry permits Transaction, DeskEntry {

  TerminalKey terminal();

  /** The session that the entry belongs to. */
  TerminalSession session();

  /** The numbers that those of the next transaction follow. */
  IssuedNumbers numbers();

  /** Unique within the tenant's log. */
  String claim();

  OffsetDateTime generatedAt();

  /** Id of the event for the peer services. */
  String eventId();

  /** Its place in the log; empty before it is appended. */
  Optional<ChainLink> link();

  /** Where it stands in the log; of a desk entry it is not known before it has a link. */
  LogPosition position();
}
