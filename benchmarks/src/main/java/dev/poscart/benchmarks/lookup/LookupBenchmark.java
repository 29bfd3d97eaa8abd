package dev.poscart.benchmarks.lookup;

import dev.poscart.adapters.grpc.ItemMasterAdapter;
import dev.poscart.adapters.grpc.ItemMasterConfig;
import dev.poscart.adapters.grpc.ItemMasterObserver;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.benchmarks.rival.ChannelPerLookup;
import dev.poscart.benchmarks.rival.CountingItemMaster;
import dev.poscart.benchmarks.rival.PlainLookup;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.ManagedChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The alternatives for one look-up. The item master runs in the same process and answers from
 * memory.
 */
@State(Scope.Benchmark)
public class LookupBenchmark {

  private static final int CALLERS = 100;

  private final CountingItemMaster master = new CountingItemMaster();
  private final ManagedChannel channel = PlainLookup.channel(master.target());
  private final ItemServiceStub stub = PlainLookup.stub(channel);
  private final ItemMasterPort channelPerCall = new ChannelPerLookup(master.target());
  private final ItemMasterAdapter bare = open(Samples.bare(master.target()));
  private final ItemMasterAdapter missing = open(Samples.missing(master.target()));
  private final ItemMasterAdapter caching = open(ItemMasterConfig.defaults(master.target()));
  private final ItemMasterAdapter joining =
      open(
          ItemMasterConfig.defaults(master.target())
              .withLookup(LookupConfig.bare().withSingleFlight(true)));
  private final Set<String> cachedCode = Set.of(Samples.anyCode());

  private static ItemMasterAdapter open(ItemMasterConfig config) {
    return ItemMasterAdapter.open(config, ItemMasterObserver.NONE);
  }

  private static CompletableFuture<Map<String, Item>> ask(ItemMasterPort port, Set<String> codes) {
    return port.findItems(Samples.TERMINAL, codes).toCompletableFuture();
  }

  /** The generated stub with a deadline, and nothing else. */
  @Benchmark
  public Item bareStub() {
    return PlainLookup.ask(stub, Samples.TERMINAL, Samples.anyCode()).join();
  }

  /** The adapter with every part of the policy off. */
  @Benchmark
  public Map<String, Item> adapterUncached() {
    return ask(bare.port(), Set.of(Samples.anyCode())).join();
  }

  /** The whole policy, for an item that is not in the cache. */
  @Benchmark
  public Map<String, Item> adapterCacheMiss() {
    return ask(missing.port(), Set.of(Samples.anyCode())).join();
  }

  /** The whole policy, for an item that is in the cache. */
  @Benchmark
  public Map<String, Item> adapterCached() {
    return ask(caching.port(), cachedCode).join();
  }

  /** One of a hundred concurrent look-ups of the same item, which share one call. */
  @Benchmark
  @OperationsPerInvocation(CALLERS)
  public List<Map<String, Item>> adapterCoalesced() {
    Set<String> codes = Set.of(Samples.anyCode());
    List<CompletableFuture<Map<String, Item>>> asked =
        Stream.generate(() -> ask(joining.port(), codes)).limit(CALLERS).toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  /** A channel that is created and closed for the look-up. */
  @Benchmark
  public Map<String, Item> channelPerCall() {
    return ask(channelPerCall, Set.of(Samples.anyCode())).join();
  }

  /** Closes channels and threads. */
  @TearDown
  public void close() {
    Stream.of(bare, missing, caching, joining)
        .forEach(adapter -> adapter.end("measured").toCompletableFuture().join());
    channel.shutdownNow();
    master.close();
  }
}
