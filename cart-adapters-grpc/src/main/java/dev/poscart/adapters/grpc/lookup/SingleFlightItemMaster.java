package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.Stages;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Merges equal look-ups in flight. Each caller has its own future, so that one that cancels does
 * not affect the others.
 */
final class SingleFlightItemMaster implements ItemMasterPort {

  /**
   * A look-up of a code in flight.
   *
   * @param alone whether the code was looked up on its own, so that a failure concerns it alone
   */
  private record Flight(CompletableFuture<Optional<Item>> landing, boolean alone) {}

  private final ItemMasterPort master;
  private final LookupObserver observer;
  private final Map<ItemKey, Flight> flights = new ConcurrentHashMap<>();

  SingleFlightItemMaster(ItemMasterPort master, LookupObserver observer) {
    this.master = master;
    this.observer = observer;
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    if (itemCodes.isEmpty()) {
      return master.findItems(terminal, itemCodes);
    }
    Map<String, Flight> started = new HashMap<>();
    Map<String, Flight> joined = new HashMap<>();
    for (String itemCode : itemCodes) {
      Flight mine = new Flight(new CompletableFuture<>(), itemCodes.size() == 1);
      Flight other = flights.putIfAbsent(ItemKey.of(terminal, itemCode), mine);
      if (other == null) {
        started.put(itemCode, mine);
      } else {
        joined.put(itemCode, other);
      }
    }
    ItemCollector collector = new ItemCollector(itemCodes.size());
    started.forEach((itemCode, flight) -> follow(flight, terminal, itemCode, false, collector));
    joined.forEach((itemCode, flight) -> follow(flight, terminal, itemCode, true, collector));
    if (!joined.isEmpty()) {
      observer.coalesced(joined.size());
    }
    if (!started.isEmpty()) {
      takeOff(terminal, started);
    }
    return collector.result();
  }

  /** Lets no later look-up join those of a tenant that are in flight. */
  void clear(String tenantId, Optional<String> storeCode) {
    flights.keySet().removeIf(key -> key.isOf(tenantId, storeCode));
  }

  private void takeOff(TerminalKey terminal, Map<String, Flight> started) {
    master
        .findItems(terminal, Set.copyOf(started.keySet()))
        .whenComplete(
            (items, failure) ->
                started.forEach(
                    (itemCode, flight) -> {
                      // Removed first, so that later callers start a new look-up.
                      flights.remove(ItemKey.of(terminal, itemCode), flight);
                      if (items != null) {
                        flight.landing().complete(Optional.ofNullable(items.get(itemCode)));
                      } else {
                        flight.landing().completeExceptionally(Stages.cause(failure));
                      }
                    }));
  }

  /**
   * Delivers the result of a flight to a caller. A flight of several codes fails as a whole if the
   * item master reports an error for one of them; a caller that joined it then looks up its code
   * separately.
   */
  private void follow(
      Flight flight,
      TerminalKey terminal,
      String itemCode,
      boolean joined,
      ItemCollector collector) {
    CompletionStage<Optional<Item>> landing = flight.landing();
    landing.whenComplete(
        (item, failure) -> {
          if (item != null) {
            collector.answered(itemCode, item);
          } else if (joined && !flight.alone() && Failures.isBadAnswer(failure)) {
            askAlone(terminal, itemCode, collector);
          } else {
            collector.failed(Stages.cause(failure));
          }
        });
  }

  private void askAlone(TerminalKey terminal, String itemCode, ItemCollector collector) {
    findItems(terminal, Set.of(itemCode))
        .whenComplete(
            (items, failure) -> {
              if (items != null) {
                collector.answered(items);
              } else {
                collector.failed(Stages.cause(failure));
              }
            });
  }
}
