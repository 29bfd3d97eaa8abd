package dev.poscart.app;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on the server that {@code MONGODB_TEST_URI} names. */
@EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
class GivenServerMigrationCheckTest extends MigrationCheckTest {

  @Override
  String uri() {
    return System.getenv("MONGODB_TEST_URI");
  }
}
