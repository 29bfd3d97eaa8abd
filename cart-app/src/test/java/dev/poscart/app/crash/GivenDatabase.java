package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;

/**
 * The MongoDB that {@code MONGODB_TEST_URI} names. It is not restarted unless {@code
 * MONGODB_TEST_RESTART} is a command that kills and restarts it.
 */
final class GivenDatabase implements Database {

  private static final int MAX_TRANSACTIONS = 20_000;

  private final String uri;
  private final String run = "crash_" + Long.toString(System.currentTimeMillis(), 36);
  private int number;

  GivenDatabase(String uri) {
    this.uri = uri;
  }

  private String prefix() {
    return run + "_" + number;
  }

  @Override
  public void renew() {
    number++;
  }

  @Override
  public List<String> options() {
    return List.of("--mongodb-uri", uri, "--db-name-prefix", prefix());
  }

  @Override
  public List<Fault> faults() {
    return Optional.ofNullable(System.getenv("MONGODB_TEST_RESTART"))
        .map(command -> new Fault("database restarts", 3, (service, chance) -> restart(command)))
        .map(List::of)
        .orElseGet(List::of);
  }

  private static void restart(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectErrorStream(true)
            // The processes it starts keep these open after it has ended.
            .redirectOutput(Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(command).isZero();
  }

  @Override
  public StoreView open() {
    return MongoView.open(uri, prefix());
  }

  @Override
  public int maxTransactions() {
    return MAX_TRANSACTIONS;
  }

  @Override
  public void close() {}
}
