package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.balancer.LivenessPolicy;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.proto.ItemDetailResponse;
import java.time.Duration;

/** Items and configurations for the tests. */
final class Samples {

  static final TerminalKey TERMINAL = new TerminalKey("A1234", "5678", 9);
  static final String ONIGIRI = "4900000000016";
  static final String TEA = "4900000000023";

  /** For tests that count connections: a stall of a busy machine does not count as silence. */
  static final LivenessPolicy PATIENT =
      new LivenessPolicy(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(5));

  private Samples() {}

  /** Every look-up is sent unchanged. */
  static ItemMasterConfig bare(String target) {
    return ItemMasterConfig.defaults(target)
        .withLookup(LookupConfig.bare())
        .withBatching(false)
        .withTuning(tuning(ChannelTuning.defaults().drainTimeout(), PATIENT));
  }

  /** As {@link #bare}, and closing waits no longer than {@code drain}. */
  static ItemMasterConfig bare(String target, Duration drain) {
    return bare(target).withTuning(tuning(drain, PATIENT));
  }

  /** The default tuning except for these two. */
  static ChannelTuning tuning(Duration drainTimeout, LivenessPolicy liveness) {
    ChannelTuning defaults = ChannelTuning.defaults();
    return new ChannelTuning(
        defaults.connectTimeout(),
        defaults.idleTimeout(),
        drainTimeout,
        defaults.maxMessageBytes(),
        defaults.userAgent(),
        defaults.retry(),
        defaults.reconnect(),
        liveness);
  }

  static ItemDetailResponse.Builder onigiri() {
    return answer(ONIGIRI, "おにぎり 鮭", 150);
  }

  static ItemDetailResponse.Builder tea() {
    return answer(TEA, "緑茶 500ml", 128);
  }

  static ItemDetailResponse.Builder answer(String itemCode, String name, int price) {
    return ItemDetailResponse.newBuilder()
        .setItemCode(itemCode)
        .setItemName(name)
        .setPrice(price)
        .setTaxRate(2)
        .setCategoryCode("101")
        .setBarcode(itemCode)
        .setIsActive(true)
        .setTaxCode("02");
  }
}
