package dev.poscart.benchmarks.floors;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A store for the service to use, and bare conditional replaces of a cart in it. */
interface StoreFloor extends AutoCloseable {

  /** Makes the service use this store; without options it uses SQLite. */
  List<String> serviceWords();

  /**
   * Replaces carts of this size for a while.
   *
   * @param lines of a cart that the service has stored here
   * @return figures by what was measured, in order
   */
  Map<String, Figures> run(int lines) throws IOException, SQLException;

  @Override
  void close();
}
