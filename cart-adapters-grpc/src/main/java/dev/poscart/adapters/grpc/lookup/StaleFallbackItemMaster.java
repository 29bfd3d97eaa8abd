package dev.poscart.adapters.grpc.lookup;

import static dev.poscart.domain.port.PortException.Category.PERMANENT_FAILURE;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * The stale fallback: keeps the last known items and serves them, marked as unverified, while the
 * item master is down or slow, provided that it has all items of the look-up. It does not cover up
 * an untrustworthy response, which may indicate a wrong price.
 */
final class StaleFallbackItemMaster implements ItemMasterPort {

  private final ItemMasterPort master;
  private final LookupObserver observer;
  private final SlowCallDetector slowCalls;
  private final Cache<ItemKey, Item> lastKnown;

  StaleFallbackItemMaster(
      ItemMasterPort master,
      StaleConfig config,
      LookupObserver observer,
      ScheduledExecutorService timer,
      LongSupplier clock) {
    this.master = master;
    this.observer = observer;
    slowCalls = new SlowCallDetector(config.slowAfter(), timer, clock);
    lastKnown =
        Caffeine.newBuilder()
            .maximumSize(config.maxItems())
            .expireAfterWrite(config.limit())
            // A handover to another thread would cost more than the work itself.
            .executor(Runnable::run)
            .ticker(clock::getAsLong)
            .build();
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    CompletableFuture<Map<String, Item>> result = new CompletableFuture<>();
    CompletionStage<Map<String, Item>> asked = master.findItems(terminal, itemCodes);
    asked.whenComplete(
        (items, failure) -> {
          if (items != null) {
            remember(terminal, itemCodes, items);
            result.complete(items);
          } else if (!(mayPass(failure) && serve(terminal, itemCodes, result))) {
            result.completeExceptionally(Stages.cause(failure));
          }
        });
    if (!result.isDone() && known(terminal, itemCodes).isPresent()) {
      SlowCallDetector.Timing timing = slowCalls.start(() -> serve(terminal, itemCodes, result));
      var unused = result.whenComplete((items, failure) -> timing.finish());
    }
    return result;
  }

  private static boolean mayPass(Throwable failure) {
    return Failures.category(failure).filter(category -> category != PERMANENT_FAILURE).isPresent();
  }

  private boolean serve(
      TerminalKey terminal, Set<String> itemCodes, CompletableFuture<Map<String, Item>> result) {
    Optional<Map<String, Item>> known = known(terminal, itemCodes);
    if (known.isPresent() && result.complete(known.get())) {
      observer.staleServed(itemCodes.size());
    }
    return known.isPresent();
  }

  /** The last known items, marked as unverified; empty unless all of them are known. */
  private Optional<Map<String, Item>> known(TerminalKey terminal, Set<String> itemCodes) {
    Map<String, Item> known = new HashMap<>();
    for (String itemCode : itemCodes) {
      Item item = lastKnown.getIfPresent(ItemKey.of(terminal, itemCode));
      if (item == null) {
        return Optional.empty();
      }
      known.put(itemCode, item.unverified());
    }
    return Optional.of(Map.copyOf(known));
  }

  private void remember(TerminalKey terminal, Set<String> itemCodes, Map<String, Item> items) {
    for (String itemCode : itemCodes) {
      ItemKey key = ItemKey.of(terminal, itemCode);
      Item item = items.get(itemCode);
      if (item == null) {
        lastKnown.invalidate(key);
      } else {
        lastKnown.put(key, item);
      }
    }
  }
}
