package dev.poscart.domain.port;

import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalRecord;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Stores what is known of terminals beside their log. */
public interface TerminalRecords {

  /** The version of a record that does not exist yet. */
  long ABSENT = 0;

  CompletionStage<Optional<Versioned<TerminalRecord>>> find(TerminalKey terminal);

  /**
   * Stores a record if it has not changed since it was read.
   *
   * @param expectedVersion of the stored record; {@link #ABSENT} if there must be none
   * @return false, without any change, if the stored version is another one
   */
  CompletionStage<Boolean> save(TerminalKey terminal, TerminalRecord record, long expectedVersion);
}
