package dev.poscart.adapters.grpc;

import dev.poscart.domain.model.Item;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Gathers the answers of one look-up's parallel calls; the first failure fails the look-up. */
final class ItemCollector {

  private final Map<String, Item> found = new ConcurrentHashMap<>();
  private final AtomicInteger missing;
  private final CompletableFuture<Map<String, Item>> result = new CompletableFuture<>();

  /**
   * @param calls how many answers to wait for
   */
  ItemCollector(int calls) {
    missing = new AtomicInteger(calls);
  }

  void answered(String itemCode, Optional<Item> item) {
    item.ifPresent(present -> found.put(itemCode, present));
    if (missing.decrementAndGet() == 0) {
      result.complete(Map.copyOf(found));
    }
  }

  void failed(RuntimeException cause) {
    result.completeExceptionally(cause);
  }

  CompletionStage<Map<String, Item>> result() {
    return result;
  }
}
