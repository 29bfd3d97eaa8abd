package dev.poscart.app.export;

import dev.poscart.domain.port.StoredEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * How far an export has come.
 *
 * @param last the last entry that was read; empty: none
 * @param read number of entries read
 * @param written number of entries written
 * @param damaged number of entries that were damaged
 */
record ExportState(Optional<StoredEntry> last, long read, long written, long damaged) {

  static final ExportState BEGINNING = new ExportState(Optional.empty(), 0, 0, 0);

  /** The state after one more entry. */
  ExportState after(StoredEntry entry, boolean wasWritten, boolean wasDamaged) {
    return new ExportState(
        Optional.of(entry),
        read + 1,
        written + (wasWritten ? 1 : 0),
        damaged + (wasDamaged ? 1 : 0));
  }

  void put(Properties properties) {
    last.ifPresent(
        entry -> {
          properties.setProperty("store", entry.storeCode());
          properties.setProperty("terminal", String.valueOf(entry.terminalNo()));
          properties.setProperty("position", String.valueOf(entry.position()));
          properties.setProperty("place", entry.place());
        });
    properties.setProperty("read", String.valueOf(read));
    properties.setProperty("written", String.valueOf(written));
    properties.setProperty("damaged", String.valueOf(damaged));
  }

  /**
   * Reads what {@link #put} has put.
   *
   * @throws NumberFormatException if something else stands there
   */
  static ExportState of(Properties properties) {
    Optional<StoredEntry> last =
        Optional.ofNullable(properties.getProperty("place"))
            .map(
                place ->
                    new StoredEntry(
                        properties.getProperty("store", ""),
                        number(properties, "terminal"),
                        number(properties, "position"),
                        place,
                        Map.of(),
                        List.of()));
    return new ExportState(
        last,
        number(properties, "read"),
        number(properties, "written"),
        number(properties, "damaged"));
  }

  private static long number(Properties properties, String key) {
    return Long.parseLong(properties.getProperty(key, ""));
  }
}
