package dev.poscart.benchmarks.floors;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bare replaces in SQLite, as durable as the service's carts, and as its bills. */
final class SqliteFloors implements StoreFloor {

  private static final int GROUP = 8;

  /** Each waits for the disk. */
  private static final int SYNCED = 1_000;

  private final Path service;
  private final Path folder;
  private final int requests;

  /**
   * @param service the service's database
   * @param folder for databases of the floors
   * @param requests per round
   */
  SqliteFloors(Path service, Path folder, int requests) {
    this.service = service;
    this.folder = folder;
    this.requests = requests;
  }

  @Override
  public List<String> serviceWords() {
    return List.of();
  }

  @Override
  public Map<String, Figures> run(int lines) throws SQLException {
    int replaces = requests * 20 / Math.max(20, lines);
    Map<String, Figures> seen = new LinkedHashMap<>();
    seen.put("SQLite floor, one by one", run(lines, 1, "NORMAL", replaces));
    seen.put("SQLite floor, groups of " + GROUP, run(lines, GROUP, "NORMAL", replaces));
    seen.put("SQLite floor, each on disk", run(lines, 1, "FULL", Math.min(replaces, SYNCED)));
    return seen;
  }

  private Figures run(int lines, int group, String synchronous, int replaces) throws SQLException {
    Path file = folder.resolve("floor" + System.nanoTime() + ".db");
    try (SqliteFloor floor = new SqliteFloor(service, file, lines, group, synchronous)) {
      return floor.run(replaces);
    }
  }

  @Override
  public void close() {}
}
