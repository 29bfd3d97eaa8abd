package dev.poscart.benchmarks.rival;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import io.grpc.ManagedChannel;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Creates a channel for each look-up and closes it after the answer. */
public final class ChannelPerLookup implements ItemMasterPort {

  private final String target;

  public ChannelPerLookup(String target) {
    this.target = target;
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    Map<String, Item> items = new ConcurrentHashMap<>();
    CompletableFuture<?>[] calls =
        itemCodes.stream()
            .map(code -> ask(terminal, code).thenAccept(item -> items.put(code, item)))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(calls).thenApply(done -> Map.copyOf(items));
  }

  private CompletableFuture<Item> ask(TerminalKey terminal, String itemCode) {
    ManagedChannel channel = PlainLookup.channel(target);
    return PlainLookup.ask(PlainLookup.stub(channel), terminal, itemCode)
        .whenComplete((item, failure) -> channel.shutdown());
  }
}
