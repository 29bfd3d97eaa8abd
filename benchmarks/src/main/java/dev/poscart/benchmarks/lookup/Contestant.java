package dev.poscart.benchmarks.lookup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One way to look up an item, with the durations of its batches. */
final class Contestant {

  /** Looks up an item. */
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

  /** Runs one look-up after another and records the mean time. */
  void batch(int calls) {
    long started = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      ask.ask(Samples.anyCode()).join();
    }
    micros.add((System.nanoTime() - started) / 1e3 / calls);
  }

  /** Discards the batches of the warm-up. */
  void forget() {
    micros.clear();
  }

  double mean() {
    return micros.stream().mapToDouble(each -> each).average().orElse(Double.NaN);
  }

  /** The relative difference from the other contestant in each round, in ascending order. */
  List<Double> surplusOver(Contestant other) {
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < micros.size(); i++) {
      shares.add(micros.get(i) / other.micros.get(i) - 1);
    }
    Collections.sort(shares);
    return shares;
  }
}
