package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.Item;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects the partial results of a look-up; the first failure fails it. */
public final class ItemCollector {

  private final Map<String, Item> found = new ConcurrentHashMap<>();
  private final AtomicInteger missing;
  private final CompletableFuture<Map<String, Item>> result = new CompletableFuture<>();

  /**
   * @param parts number of partial results, at least one
   */
  public ItemCollector(int parts) {
    missing = new AtomicInteger(parts);
  }

  /** Adds the result for one code. */
  public void answered(String itemCode, Optional<Item> item) {
    item.ifPresent(present -> found.put(itemCode, present));
    partDone();
  }

  /** Adds the results for several codes. */
  public void answered(Map<String, Item> items) {
    found.putAll(items);
    partDone();
  }

  /** Fails the look-up, whatever the other results. */
  public void failed(Throwable cause) {
    result.completeExceptionally(cause);
  }

  /** Completes with the last partial result or the first failure. */
  public CompletionStage<Map<String, Item>> result() {
    return result;
  }

  private void partDone() {
    if (missing.decrementAndGet() == 0) {
      result.complete(Map.copyOf(found));
    }
  }
}
