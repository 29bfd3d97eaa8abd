package dev.poscart.benchmarks.footprint;

import dev.poscart.app.load.Stopwatch;
import dev.poscart.benchmarks.Till;
import java.net.URI;
import java.util.List;

/** The demo store that comes with the service. */
final class DemoShop {

  /** Items of the demo store. */
  static final List<String> ITEMS =
      List.of(
          "4901180001718",
          "4901180002081",
          "4901180002456",
          "4901180002821",
          "4901180003194",
          "4901180003569");

  private DemoShop() {}

  /** The first terminal of the demo store. */
  static Till till(URI base, Stopwatch stopwatch) {
    return new Till(Till.newClient(), base, "D0001-0001-1", "demo-key-0001-1", stopwatch);
  }
}
