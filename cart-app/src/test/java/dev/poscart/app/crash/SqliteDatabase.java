package dev.poscart.app.crash;

import dev.poscart.adapters.sqlite.SqliteConfig;
import dev.poscart.adapters.sqlite.SqliteStoreSet;
import dev.poscart.domain.fixtures.Delay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A file. A full disk is simulated by a file size limit for the process, which makes writes fail in
 * the same way.
 */
final class SqliteDatabase implements Database {

  /**
   * The check holds all of them in memory, along with what the terminals and the peer service know.
   */
  private static final int MAX_TRANSACTIONS = 6_000;

  private static final String UNLIMITED = "unlimited";

  private final Path folder;
  private int number;

  SqliteDatabase(Path folder) {
    this.folder = folder;
  }

  private Path data() {
    return folder.resolve("data-" + number);
  }

  Path file() {
    return data().resolve("poscart.db");
  }

  @Override
  public void renew() {
    number++;
  }

  @Override
  public List<String> options() {
    return List.of("--data-dir", data().toString());
  }

  @Override
  public List<Fault> faults() {
    return List.of(
        new Fault("full disks", 3, this::fill), new Fault("read-only files", 1, this::readOnly));
  }

  private void fill(Service service, Random random) throws Exception {
    Path log = file().resolveSibling("poscart.db-wal");
    long room = random.nextBoolean() && Files.exists(log) ? Files.size(log) : 0;
    limitFiles(service, Long.toString(Math.max(room, 8_192)));
    try {
      Delay.ofMillis(100 + random.nextInt(2_500));
    } finally {
      limitFiles(service, UNLIMITED);
    }
  }

  private static void limitFiles(Service service, String bytes)
      throws IOException, InterruptedException {
    Process limit =
        new ProcessBuilder(
                "prlimit", "--pid", Long.toString(service.pid()), "--fsize=" + bytes + ":")
            .inheritIO()
            .start();
    if (limit.waitFor() != 0) {
      throw new AssertionError("prlimit failed");
    }
  }

  /** The service is killed and restarted with a read-only file. */
  private void readOnly(Service service, Random random) throws Exception {
    service.kill();
    if (ReadOnly.set(file())) {
      try {
        service.startRefused();
      } finally {
        ReadOnly.lift(file());
      }
    }
    service.start();
  }

  @Override
  public StoreView open() {
    SqliteConfig config =
        new SqliteConfig(file(), 100, 10, Duration.ofSeconds(5), 1, 2, Duration.ofSeconds(20));
    return StoreView.of(SqliteStoreSet.open(config, Clock.systemUTC()));
  }

  @Override
  public int maxTransactions() {
    return MAX_TRANSACTIONS;
  }

  /** The folder belongs to the test, which keeps it after a failure. */
  @Override
  public void close() {}
}
