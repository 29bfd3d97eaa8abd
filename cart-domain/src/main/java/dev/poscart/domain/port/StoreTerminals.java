package dev.poscart.domain.port;

import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Lists the terminals that a store is set up with. */
@FunctionalInterface
public interface StoreTerminals {

  /** All terminals of the store, in the order of their numbers. */
  CompletionStage<List<TerminalKey>> of(StoreKey store);
}
