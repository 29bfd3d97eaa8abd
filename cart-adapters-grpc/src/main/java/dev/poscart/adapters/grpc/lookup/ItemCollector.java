package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Collects the partial results of a look-up; the first failure fails it. */
public final class ItemCollector {

  private final int parts;
  private final Map<String, Item> found = new HashMap<>();
  private int done;
  private final CompletableFuture<Map<String, Item>> result = new CompletableFuture<>();

  /**
   * @param parts number of partial results, at least one
   */
  public ItemCollector(int parts) {
    this.parts = parts;
  }

  /** Adds the result for one code. */
  public void answered(String itemCode, Optional<Item> item) {
    answered(item.isPresent() ? Map.of(itemCode, item.get()) : Map.of());
  }

  /** Adds the results for several codes. */
  public void answered(Map<String, Item> items) {
    if (parts == 1) {
      // By far the most frequent case: one item is scanned.
      result.complete(Map.copyOf(items));
    } else {
      add(items).ifPresent(result::complete);
    }
  }

  private synchronized Optional<Map<String, Item>> add(Map<String, Item> items) {
    found.putAll(items);
    done++;
    return done == parts ? Optional.of(Map.copyOf(found)) : Optional.empty();
  }

  /** Fails the look-up, whatever the other results. */
  public void failed(Throwable cause) {
    result.completeExceptionally(cause);
  }

  /** Completes with the last partial result or the first failure. */
  public CompletionStage<Map<String, Item>> result() {
    return result;
  }
}
