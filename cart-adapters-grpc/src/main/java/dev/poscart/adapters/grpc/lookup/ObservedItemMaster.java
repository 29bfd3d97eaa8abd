package dev.poscart.adapters.grpc.lookup;

import dev.poscart.adapters.grpc.lookup.LookupObserver.Outcome;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/** Reports the outcome and duration of each look-up to the observer. */
final class ObservedItemMaster implements ItemMasterPort {

  private final ItemMasterPort master;
  private final LookupObserver observer;
  private final LongSupplier clock;

  ObservedItemMaster(ItemMasterPort master, LookupObserver observer, LongSupplier clock) {
    this.master = master;
    this.observer = observer;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    long start = clock.getAsLong();
    return master
        .findItems(terminal, itemCodes)
        .whenComplete(
            (items, failure) ->
                observer.lookupEnded(
                    items != null ? Outcome.ANSWERED : outcome(failure),
                    Duration.ofNanos(clock.getAsLong() - start)));
  }

  private static Outcome outcome(Throwable failure) {
    return Failures.category(failure)
        .map(
            category ->
                switch (category) {
                  case TIMEOUT -> Outcome.TIMEOUT;
                  case UNAVAILABLE, FAILED -> Outcome.UNAVAILABLE;
                  case PERMANENT_FAILURE, UNREADABLE -> Outcome.BROKEN;
                })
        .orElse(Outcome.FAULT);
  }
}
