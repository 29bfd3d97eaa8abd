package dev.poscart.benchmarks.rival;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.ManagedChannel;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Creates a repository object for each request with look-ups. The object creates a channel at its
 * first use and shares it among all items of the request, which from inside the object looks like
 * pooling. A request calls this port once, whatever the number of its items.
 */
public final class RepositoryPerRequest implements ItemMasterPort {

  private final String target;

  public RepositoryPerRequest(String target) {
    this.target = target;
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    Repository repository = new Repository(target);
    return repository
        .findItems(terminal, itemCodes)
        .whenComplete((items, failure) -> repository.close());
  }

  private static final class Repository {

    private final String target;
    private Optional<ManagedChannel> channel = Optional.empty();
    private Optional<ItemServiceStub> stub = Optional.empty();

    Repository(String target) {
      this.target = target;
    }

    CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
      Map<String, Item> items = new ConcurrentHashMap<>();
      CompletableFuture<?>[] calls =
          itemCodes.stream()
              .map(
                  code ->
                      PlainLookup.ask(stub(), terminal, code)
                          .thenAccept(item -> items.put(code, item)))
              .toArray(CompletableFuture<?>[]::new);
      return CompletableFuture.allOf(calls).thenApply(done -> Map.copyOf(items));
    }

    private synchronized ItemServiceStub stub() {
      if (stub.isEmpty()) {
        ManagedChannel made = PlainLookup.channel(target);
        channel = Optional.of(made);
        stub = Optional.of(PlainLookup.stub(made));
      }
      return stub.get();
    }

    synchronized void close() {
      channel.ifPresent(ManagedChannel::shutdown);
    }
  }
}
