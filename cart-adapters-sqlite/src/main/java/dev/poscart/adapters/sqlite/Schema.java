package dev.poscart.adapters.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The database schema. Its version, stored in the file, is the number of scripts that have been
 * run. A released script is never changed; a change of the schema is a new script.
 */
final class Schema {

  /** Marks a file as a Poscart database: "POSC". */
  static final int APPLICATION_ID = 0x504f5343;

  private static final List<String> SCRIPTS =
      List.of(
          "001-carts-log-reference.sql",
          "002-outbox.sql",
          "003-parked-carts.sql",
          "004-reversals.sql",
          "005-answers.sql",
          "006-removable-carts.sql",
          "007-log-position.sql",
          "008-desk.sql",
          "009-carried-carts.sql",
          "010-terminals.sql",
          "011-receipt-counters.sql",
          "012-session-numbers.sql");

  private static final Pattern STATEMENT_END = Pattern.compile(";\\R");

  private final Path file;
  private final List<String> scripts;

  private Schema(Path file, List<String> scripts) {
    this.file = file;
    this.scripts = scripts;
  }

  static Schema of(Path file) {
    return of(file, scripts());
  }

  /** The scripts that lead from an empty file to the current version, one for each version. */
  static List<String> scripts() {
    return SCRIPTS.stream().map(Schema::resource).toList();
  }

  static Schema of(Path file, List<String> scripts) {
    return new Schema(file, List.copyOf(scripts));
  }

  /** Initializes an empty file or migrates an older one, in one transaction. */
  void bringUpToDate(Session session) throws SQLException {
    int version = knownVersion(session);
    if (version == scripts.size()) {
      return;
    }
    session.runOnce("BEGIN IMMEDIATE");
    for (String script : scripts.subList(version, scripts.size())) {
      for (String statement : STATEMENT_END.split(script, -1)) {
        if (!statement.isBlank()) {
          session.runOnce(statement);
        }
      }
    }
    session.runOnce("PRAGMA application_id=" + APPLICATION_ID);
    session.runOnce("PRAGMA user_version=" + scripts.size());
    session.runOnce("COMMIT");
  }

  /** Refuses any schema version but the current one. */
  void refuseOther(Session session) throws SQLException {
    int version = number(session, "PRAGMA user_version");
    if (version != scripts.size()) {
      throw SqliteFailures.permanent(
          file
              + ": has schema version "
              + version
              + " (expected: "
              + scripts.size()
              + "); start this version of Poscart once to migrate it, or use the version that wrote"
              + " it");
    }
  }

  /** Whether the schema is that of this version; refuses a newer one. */
  boolean isUpToDate(Session session) throws SQLException {
    return knownVersion(session) == scripts.size();
  }

  private int knownVersion(Session session) throws SQLException {
    int version = number(session, "PRAGMA user_version");
    if (version > scripts.size()) {
      throw SqliteFailures.permanent(
          file
              + ": has schema version "
              + version
              + " (expected: at most "
              + scripts.size()
              + "); it was written by a newer Poscart: start that version");
    }
    return version;
  }

  private static int number(Session session, String sql) throws SQLException {
    return session.first(sql, row -> row.getInt(1)).orElse(0);
  }

  private static String resource(String name) {
    try (InputStream script = Schema.class.getResourceAsStream("schema/" + name)) {
      if (script == null) {
        throw new IllegalStateException("schema/" + name + ": missing (expected: in this jar)");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
