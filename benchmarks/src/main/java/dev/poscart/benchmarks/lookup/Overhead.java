package dev.poscart.benchmarks.lookup;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.adapters.grpc.ItemMasterAdapter;
import dev.poscart.adapters.grpc.ItemMasterConfig;
import dev.poscart.adapters.grpc.ItemMasterObserver;
import dev.poscart.adapters.grpc.balancer.ItemMasterBalancerProvider;
import dev.poscart.adapters.grpc.balancer.LivenessPolicy;
import dev.poscart.benchmarks.Report;
import dev.poscart.benchmarks.rival.CountingItemMaster;
import dev.poscart.benchmarks.rival.PlainLookup;
import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * What the adapter adds to a bare stub with the same deadline. Batches alternate, in a different
 * order each round, and are compared within the round; the same stub, measured twice, shows the
 * difference between equals.
 */
final class Overhead {

  private static final double CLAIM = 0.05;
  private static final String AGAIN = "bare stub again, on a channel of its own";
  private static final String ADAPTER = "adapter, policy off";

  private Overhead() {}

  /** Runs {@code rounds} of one batch for each contestant, after a warm-up of a third of that. */
  static Report measure(int rounds, int batch) {
    shareOneNetworkThread();
    List<Runnable> ends = new ArrayList<>();
    CountingItemMaster master = new CountingItemMaster();
    ItemMasterBalancerProvider balancer =
        ItemMasterBalancerProvider.register(LivenessPolicy.defaults(), left -> {});
    List<Contestant> contestants =
        List.of(
            stub("bare stub", PlainLookup.channel(master.target()), ends),
            stub(AGAIN, PlainLookup.channel(master.target()), ends),
            stub(
                "bare stub, over the balancer that follows each stream",
                PlainLookup.channel(master.target(), balancer.getPolicyName()),
                ends),
            adapter(ADAPTER, Samples.bare(master.target()), ends),
            adapter(
                "adapter, full policy, not in the cache", Samples.missing(master.target()), ends));
    ends.add(balancer::deregister);
    try {
      alternate(contestants, rounds / 3 + 1, batch);
      contestants.forEach(Contestant::forget);
      alternate(contestants, rounds, batch);
      return report(contestants, rounds, batch);
    } finally {
      ends.forEach(Runnable::run);
      master.close();
    }
  }

  /**
   * The core on which a channel's thread runs affects a look-up by up to a quarter, for the whole
   * run. One thread for all channels makes it the same for all. Call before the first channel of
   * the process is created.
   */
  private static void shareOneNetworkThread() {
    System.setProperty("io.netty.eventLoopThreads", "1");
  }

  private static Contestant stub(String name, ManagedChannel channel, List<Runnable> ends) {
    ends.add(channel::shutdownNow);
    ItemServiceStub stub = PlainLookup.stub(channel);
    return new Contestant(name, code -> PlainLookup.ask(stub, Samples.TERMINAL, code));
  }

  private static Contestant adapter(String name, ItemMasterConfig config, List<Runnable> ends) {
    ItemMasterAdapter adapter = ItemMasterAdapter.open(config, ItemMasterObserver.NONE);
    ends.add(() -> adapter.end("measured").toCompletableFuture().join());
    return new Contestant(
        name,
        code -> adapter.port().findItems(Samples.TERMINAL, Set.of(code)).toCompletableFuture());
  }

  private static void alternate(List<Contestant> contestants, int rounds, int batch) {
    List<Contestant> order = new ArrayList<>(contestants);
    Random random = new Random(rounds);
    for (int round = 0; round < rounds; round++) {
      // No contestant always follows the same other one and pays for its garbage.
      Collections.shuffle(order, random);
      order.forEach(contestant -> contestant.batch(batch));
    }
  }

  private static Report report(List<Contestant> contestants, int rounds, int batch) {
    Contestant floor = contestants.get(0);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        cells("way", "mean, microseconds", "over the bare stub, median of rounds", "middle half"));
    for (Contestant each : contestants) {
      List<Double> surplus = each.surplusOver(floor);
      rows.add(
          cells(
              each.name(),
              String.format(Locale.ROOT, "%.1f", each.mean()),
              percent(at(surplus, 0.5)),
              percent(at(surplus, 0.25)) + " to " + percent(at(surplus, 0.75))));
    }
    double noise = noise(named(AGAIN, contestants).surplusOver(floor));
    double cost = at(named(ADAPTER, contestants).surplusOver(floor), 0.5);
    return new Report()
        .head(
            "%d rounds of %d look-ups in a row for each way, alternating; one caller."
                .formatted(rounds, batch))
        .table(rows)
        .line(verdict(noise, cost));
  }

  private static Contestant named(String name, List<Contestant> contestants) {
    return contestants.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** The apparent difference between equals: the median and its 95 % interval. */
  private static double noise(List<Double> equal) {
    double middleHalf = at(equal, 0.75) - at(equal, 0.25);
    return Math.abs(at(equal, 0.5)) + 1.57 * middleHalf / Math.sqrt(equal.size());
  }

  private static String verdict(double noise, double cost) {
    String verdict =
        noise > CLAIM ? "inconclusive" : cost <= CLAIM ? "at most 5 %: yes" : "at most 5 %: no";
    return "The adapter's own cost: %s; two equal ways differ by up to %s; %s."
        .formatted(percent(cost), percent(noise), verdict);
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) (share * (sorted.size() - 1)));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%+.1f %%", share * 100);
  }
}
