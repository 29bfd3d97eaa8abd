package dev.poscart.adapters.sqlite;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The configuration of the database.
 *
 * @param file the database; its directory is created if it is missing
 * @param queueBound maximum number of writes, and of reads, in flight; further ones are refused
 * @param groupSize maximum number of writes in one commit
 * @param busyTimeout how long to wait for another tool, such as a backup, that locks the file
 * @param readerThreads each has a connection of its own
 * @param completionThreads run the continuations of stages
 * @param closeTimeout time limit for finishing queued operations when closing
 */
public record SqliteConfig(
    Path file,
    int queueBound,
    int groupSize,
    Duration busyTimeout,
    int readerThreads,
    int completionThreads,
    Duration closeTimeout) {

  public SqliteConfig {
    if (file.toString().indexOf('?') >= 0) {
      // The driver would interpret the rest as settings.
      throw new IllegalArgumentException("file: '" + file + "' (expected: no question mark)");
    }
    file = file.toAbsolutePath();
    atLeastOne("queueBound", queueBound);
    atLeastOne("groupSize", groupSize);
    atLeastOne("readerThreads", readerThreads);
    atLeastOne("completionThreads", completionThreads);
    notNegative("busyTimeout", busyTimeout);
    notNegative("closeTimeout", closeTimeout);
  }

  /** Defaults for a shop with some dozens of tills on one process. */
  public static SqliteConfig of(Path file) {
    int completionThreads = Math.max(2, Runtime.getRuntime().availableProcessors());
    return new SqliteConfig(
        file, 10_000, 256, Duration.ofSeconds(5), 2, completionThreads, Duration.ofSeconds(10));
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
    }
  }

  private static void notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= 0)");
    }
  }
}
