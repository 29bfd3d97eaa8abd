package dev.poscart.app;

import dev.poscart.app.config.Variable;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The service in place of kugelpos, on its databases and among its services. */
abstract class KugelposShopFixture {

  @TempDir Path folder;

  final KugelposShop kugelpos = KugelposShop.restore();
  RunningShop shop;

  @BeforeEach
  void start() {
    shop = kugelpos.open(folder, settings());
  }

  @AfterEach
  void stop() {
    kugelpos.heal();
    shop.close();
    kugelpos.close();
  }

  /** Settings besides those of kugelpos. */
  Map<Variable, String> settings() {
    return Map.of();
  }

  TestTill till(String till) {
    return kugelpos.till(shop, till);
  }
}
