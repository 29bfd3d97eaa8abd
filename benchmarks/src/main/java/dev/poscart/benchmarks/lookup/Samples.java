package dev.poscart.benchmarks.lookup;

import dev.poscart.adapters.grpc.ItemMasterConfig;
import dev.poscart.adapters.grpc.lookup.CacheConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.domain.model.TerminalKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Items, terminals and configurations of the benchmarks. */
final class Samples {

  static final TerminalKey TERMINAL = new TerminalKey("B0001", "0001", 1);

  private static final List<String> CODES =
      IntStream.range(0, 1 << 17).mapToObj(no -> String.valueOf(2_000_000_000_000L + no)).toList();

  /** So small that it hardly ever contains one of the many codes. */
  private static final int TINY = 100;

  private Samples() {}

  /** One of many codes, which a tiny cache does not contain. */
  static String anyCode() {
    return CODES.get(ThreadLocalRandom.current().nextInt(CODES.size()));
  }

  /** Every look-up is sent unchanged. */
  static ItemMasterConfig bare(String target) {
    return ItemMasterConfig.defaults(target).withLookup(LookupConfig.bare());
  }

  /** All decorators, with a cache that practically never contains the item. */
  static ItemMasterConfig missing(String target) {
    CacheConfig tiny =
        new CacheConfig(
            true, Duration.ofSeconds(300), Duration.ofSeconds(240), Duration.ofSeconds(5), TINY);
    return ItemMasterConfig.defaults(target).withLookup(LookupConfig.defaults().withCache(tiny));
  }
}
