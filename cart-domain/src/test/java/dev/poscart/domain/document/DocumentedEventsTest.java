package dev.poscart.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.DeskTestData;
import dev.poscart.domain.fixtures.RandomSales;
import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.fixtures.TransactionTestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/events.md lists each field that an event can have, and no other. */
class DocumentedEventsTest {

  private static final Path PAGE = Path.of("..", "docs", "events.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*) \\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final int EVENTS = 500;

  @Test
  void fieldsOfTransactions_areOnThePage() throws IOException {
    Set<String> fields = new TreeSet<>();
    Seeds.each(
        EVENTS,
        seed -> collect("", EventDocument.write(new RandomSales(seed).transaction()), fields));
    collect("", EventDocument.write(TransactionTestData.sale().counted(1, 7).makeAt(1)), fields);

    assertThat(documented("Transactions")).isEqualTo(fields);
  }

  @Test
  void fieldsOfOpeningsAndClosings_areOnThePage() throws IOException {
    Set<String> fields = new TreeSet<>();
    collect("", DeskEventDocument.write(DeskTestData.opening().makeAt(1)), fields);
    collect("", DeskEventDocument.write(DeskTestData.closing().makeAt(2)), fields);

    assertThat(documented("Openings and closings")).isEqualTo(fields);
  }

  @Test
  void fieldsOfCashMovements_areOnThePage() throws IOException {
    Set<String> fields = new TreeSet<>();
    collect("", DeskEventDocument.write(DeskTestData.cash("5000", "change").makeAt(1)), fields);

    assertThat(documented("Cash movements")).isEqualTo(fields);
  }

  private static Set<String> documented(String heading) throws IOException {
    String page = Files.readString(PAGE);
    String section =
        page.substring(page.indexOf("\n## " + heading + "\n") + 1).split("\n## ", 2)[0];
    return ROW.matcher(section)
        .results()
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The paths of all values that are no objects; elements of a list share one. */
  private static void collect(String path, Object value, Set<String> fields) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, member) ->
              collect(path.isEmpty() ? "" + name : path + "." + name, member, fields));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      list.forEach(element -> collect(path + "[]", element, fields));
    } else {
      fields.add(path);
    }
  }
}
