package dev.poscart.app;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A shop with the default settings, open for all tests of a class, and its first till. */
abstract class OneTillFixture {

  @TempDir static Path folder;

  static RunningShop shop;
  static TestTill till;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(folder, Map.of());
    till = shop.till(1);
  }

  @AfterAll
  static void close() {
    shop.close();
  }
}
