package dev.poscart.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.web.ContractDocument.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collector;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/routes.md are those of the OpenAPI document. Run with {@code
 * -Dposcart.docs.write=true}, the test writes them.
 */
class DocumentedRoutesTest {

  private static final Path PAGE = Path.of("..", "docs", "routes.md");

  @Test
  void routes_areOnThePage() throws IOException {
    String tables =
        ContractDocument.operations().stream()
            .collect(groupingBy(DocumentedRoutesTest::tag, LinkedHashMap::new, joined()))
            .entrySet()
            .stream()
            .map(
                group ->
                    "### " + group.getKey() + "\n\n| route | |\n|---|---|\n" + group.getValue())
            .collect(joining("\n"));
    check("Routes", tables);
  }

  @Test
  void errors_areOnThePage() throws IOException {
    List<String> rows =
        ContractDocument.ROOT
            .at("/info/description")
            .textValue()
            .lines()
            .filter(line -> line.matches("\\| [345].*"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(50);
    check(
        "Errors",
        "| status | code | message | when, and what to do |\n|---|---|---|---|\n"
            + String.join("\n", rows)
            + "\n");
  }

  private static void check(String heading, String section) throws IOException {
    if (Boolean.getBoolean("poscart.docs.write")) {
      String old = "(?s)(## " + heading + "\n\n).*?(?=\n## |\\z)";
      String text = Files.readString(PAGE);
      Files.writeString(PAGE, text.replaceFirst(old, "$1" + Matcher.quoteReplacement(section)));
    }
    assertThat(Files.readString(PAGE)).contains("## " + heading + "\n\n" + section);
  }

  private static String tag(Operation operation) {
    return operation.node().at("/tags/0").asText("Pages");
  }

  private static Collector<Operation, ?, String> joined() {
    return mapping(
        operation ->
            "| `%s` | %s |\n"
                .formatted(operation.name(), operation.node().path("summary").asText()),
        joining());
  }
}
