package dev.poscart.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.port.PortException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Opens stores with time limits that a test can reach. */
final class TestStores {

  private TestStores() {}

  static MongoStoreSet open(String connectionString) {
    return MongoStoreSet.open(config(connectionString, "test"), Clock.systemUTC());
  }

  static void close(MongoStoreSet storeSet) {
    Await.result(storeSet.close().thenApply(closed -> true));
  }

  static MongoConfig config(String connectionString, String databasePrefix) {
    return new MongoConfig(
        connectionString,
        databasePrefix,
        Duration.ofSeconds(4),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(8),
        Duration.ofSeconds(2),
        20);
  }

  /** Generous limits, for a server that may be busy otherwise. */
  static MongoConfig patientConfig(String connectionString, String databasePrefix) {
    return new MongoConfig(
        connectionString,
        databasePrefix,
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(25),
        Duration.ofSeconds(10),
        20);
  }

  /** The category of a call's failure; fails the test if the call succeeded. */
  static PortException.Category failureOf(CompletionStage<?> call) {
    Throwable failure = Await.failure(call);
    assertThat(failure).isInstanceOf(PortException.class);
    return ((PortException) failure).category();
  }

  /** Waits until the database answers. */
  static void awaitHealth(MongoStoreSet storeSet) {
    Instant end = Instant.now().plusSeconds(60);
    while (storeSet
        .health()
        .handle((well, failure) -> failure != null)
        .toCompletableFuture()
        .join()) {
      assertThat(Instant.now()).isBefore(end);
    }
  }
}
