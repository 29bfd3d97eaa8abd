package dev.poscart.adapters.sqlite;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the stores use their file.
 *
 * @param file the database; its folder is made if it is missing
 * @param queueBound at most so many writes, and as many reads, may be in flight; more are refused
 * @param groupSize at most so many writes share one commit
 * @param busyTimeout how long to wait for a foreign tool, such as a backup, that holds the file
 * @param readerThreads each has a connection of its own
 * @param completionThreads on these the stages complete and what depends on them runs
 * @param closeTimeout how long closing may take to finish what is queued
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
      // The driver would read what follows as settings.
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

  /** What suits a shop: some dozens of tills, all of them on this one process. */
  public static SqliteConfig of(Path file) {
    return new SqliteConfig(file, 10_000, 256, Duration.ofSeconds(5), 2, 8, Duration.ofSeconds(10));
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
