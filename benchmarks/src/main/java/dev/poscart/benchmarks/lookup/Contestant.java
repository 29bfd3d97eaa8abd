package dev.poscart.benchmarks.lookup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One way to look an item up, and how long its batches took. */
final class Contestant {

  /** Asks for an item. */
  interface Ask {
    CompletableFuture<?> ask(String itemCode);
  }

  private final String name;
  private final Ask ask;
  private final List<Double> micros = new ArrayList<>();

  Contestant(String name, Ask ask) {
    this.name = name;
    this.ask = ask;
  }

  String name() {
    return name;
  }

  /** One look-up after another; keeps the mean time. */
  void batch(int calls) {
    long started = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      ask.ask(Samples.anyCode()).join();
    }
    micros.add((System.nanoTime() - started) / 1e3 / calls);
  }

  /** Forgets the batches that were for warming up. */
  void forget() {
    micros.clear();
  }

  double mean() {
    return micros.stream().mapToDouble(each -> each).average().orElse(Double.NaN);
  }

  /** The surplus of each round over the other's, as a share of the other's, least first. */
  List<Double> surplusOver(Contestant other) {
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < micros.size(); i++) {
      shares.add(micros.get(i) / other.micros.get(i) - 1);
    }
    Collections.sort(shares);
    return shares;
  }
}
