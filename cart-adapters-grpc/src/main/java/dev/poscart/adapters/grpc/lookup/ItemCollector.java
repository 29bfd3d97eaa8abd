package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.Item;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Gathers the parts of one look-up's answer; the first failure fails the look-up. */
public final class ItemCollector {

  private final Map<String, Item> found = new ConcurrentHashMap<>();
  private final AtomicInteger missing;
  private final CompletableFuture<Map<String, Item>> result = new CompletableFuture<>();

  /**
   * @param parts how many answers to wait for, at least one
   */
  public ItemCollector(int parts) {
    missing = new AtomicInteger(parts);
  }

  /** One part: the answer for one code. */
  public void answered(String itemCode, Optional<Item> item) {
    item.ifPresent(present -> found.put(itemCode, present));
    partDone();
  }

  /** One part: the answers for several codes. */
  public void answered(Map<String, Item> items) {
    found.putAll(items);
    partDone();
  }

  /** The look-up has failed, whatever the other parts bring. */
  public void failed(Throwable cause) {
    result.completeExceptionally(cause);
  }

  /** Done with the last part or the first failure. */
  public CompletionStage<Map<String, Item>> result() {
    return result;
  }

  private void partDone() {
    if (missing.decrementAndGet() == 0) {
      result.complete(Map.copyOf(found));
    }
  }
}
