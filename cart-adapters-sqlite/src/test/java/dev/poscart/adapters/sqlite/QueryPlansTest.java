package dev.poscart.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.TransactionQuery;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plans of all statements of the stores, read from the constants of their classes. A statement
 * that looks at every row of a table, or of a tenant, gets slower with each sale.
 */
class QueryPlansTest {

  private static final Pattern STATEMENT =
      Pattern.compile("(SELECT|INSERT|UPDATE|DELETE|WITH) .*[^ ]");

  /** Reads a whole table, other than the reference data, which does not grow with the sales. */
  private static final Pattern WHOLE_TABLE =
      Pattern.compile("SCAN (?!CONSTANT ROW|json_each|first|reference|\\(subquery).*");

  /** Searches an index by the tenant alone, or by the store at most. */
  private static final Pattern WHOLE_TENANT =
      Pattern.compile(
          "SEARCH (log|outbox|carts|answers|incidents) .*\\(tenant=\\?( AND store[=>]\\?)?\\)");

  /** These read everything of a tenant on purpose, or its first row. */
  private static final Set<String> OF_THE_TENANT =
      Set.of(
          // The check of the whole log.
          "SqliteLogInspection.BEGIN",
          "SqliteLogInspection.COUNT",
          // What waits in all stores of the tenant.
          "SqliteCartStore.COUNT",
          "SqliteLogInspection.DOUBLE_CLAIMS",
          "SqliteLogInspection.ORPHANS",
          // The first entry of the index, or the last.
          "SqliteOutbox.FIND_DUE",
          "SqliteIncidentLog.INSERT",
          "SqliteIncidentLog.CLEAR_EARLIEST",
          "SqliteIncidentLog.FIND",
          // In the order of an index, to a limit.
          "SqliteOutbox.COUNT");

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void open() throws SQLException {
    Path file = folder.resolve("poscart.db");
    session = Session.open(file, Duration.ZERO);
    Schema.of(file).bringUpToDate(session);
  }

  @AfterEach
  void close() throws SQLException {
    session.close();
  }

  @Test
  void noStatement_readsAWholeTableOrAllRowsOfATenant() throws Exception {
    Map<String, String> statements = statements();

    assertThat(statements).hasSizeGreaterThan(45);
    for (var each : statements.entrySet()) {
      List<String> plan = plan(each.getValue());
      assertThat(plan).as(each.getKey()).noneMatch(WHOLE_TABLE.asMatchPredicate());
      if (!OF_THE_TENANT.contains(each.getKey())) {
        assertThat(plan).as(each.getKey()).noneMatch(WHOLE_TENANT.asMatchPredicate());
      }
    }
  }

  @Test
  void aPageOfTheLog_isFoundBehindThePageBefore() throws Exception {
    assertThat(plan(statement("SqliteLogInspection.FOLLOWING")))
        .anyMatch(step -> step.contains("(tenant=? AND (store,terminal,position)>(?,?,?))"));
  }

  @Test
  void theNextTerminalWithEvents_isFoundBehindTheOneBefore() throws Exception {
    assertThat(plan(statement("SqliteOutbox.FIND_DUE")))
        .anyMatch(
            step ->
                step.startsWith("SEARCH following USING COVERING INDEX outbox_unpublished")
                    && step.contains("(tenant=? AND (store,terminal)>(?,?))"));
  }

  /** Terminals begin a session with low numbers, so others have many higher ones. */
  @Test
  void theHighestNumberOfASession_isFoundWithoutThoseOfOtherSessions() throws Exception {
    assertThat(plan(statement("SqliteTransactionLog.FIND_HIGHEST_NUMBER")))
        .containsExactly(
            "SEARCH log USING INDEX log_session"
                + " (tenant=? AND store=? AND terminal=? AND business_counter=?)");
  }

  @Test
  void theListOfADay_comesFromItsIndexInOrder() throws Exception {
    LogSearch day = new LogSearch(query(Optional.of("20261129")));

    assertThat(plan(day.count()))
        .containsExactly(
            "SEARCH log USING COVERING INDEX log_day"
                + " (tenant=? AND store=? AND terminal=? AND business_date=?)");
    assertThat(plan(day.select()))
        .containsExactly(
            "SEARCH log USING INTEGER PRIMARY KEY (rowid=?)",
            "LIST SUBQUERY 1",
            "SEARCH log USING INDEX log_day"
                + " (tenant=? AND store=? AND terminal=? AND business_date=?)",
            // Sorts the rows of the page.
            "USE TEMP B-TREE FOR ORDER BY");
  }

  @Test
  void theListOfATerminal_isNotSorted() throws Exception {
    assertThat(plan(new LogSearch(query(Optional.empty())).select()))
        .contains("SEARCH log USING INDEX log_number (tenant=? AND store=? AND terminal=?)")
        .filteredOn(step -> step.contains("TEMP B-TREE"))
        .hasSize(1);
  }

  private static TransactionQuery query(Optional<String> date) {
    return new TransactionQuery(
        new TerminalKey("A1234", "5678", 9),
        date,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        false,
        100,
        1,
        List.of());
  }

  private List<String> plan(String sql) throws SQLException {
    return session.all("EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"));
  }

  private static String statement(String name) throws Exception {
    return Optional.ofNullable(statements().get(name)).orElseThrow();
  }

  /** The SQL in the constants of this package's classes, by class and name. */
  private static Map<String, String> statements() throws Exception {
    Path classes =
        Path.of(Schema.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(Schema.class.getPackageName().replace('.', '/'));
    Map<String, String> all = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".class") && !name.startsWith("package-info")) {
          all.putAll(statements(name.substring(0, name.length() - ".class".length())));
        }
      }
    }
    return all;
  }

  private static Map<String, String> statements(String className) throws Exception {
    Class<?> type = Class.forName(Schema.class.getPackageName() + "." + className);
    Map<String, String> all = new LinkedHashMap<>();
    for (var field : Arrays.asList(type.getDeclaredFields())) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        field.setAccessible(true);
        String text = String.valueOf(field.get(null));
        if (STATEMENT.matcher(text).matches()) {
          all.put(className + "." + field.getName(), text);
        }
      }
    }
    return all;
  }
}
