package dev.poscart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotations in a worked example match the source that it links to. */
class QuotedSourcesTest {

  // Surefire runs in the folder of the module.
  private static final Path DOCS = Path.of("").toAbsolutePath().resolveSibling("docs");

  private static final Pattern LINK_OR_QUOTATION =
      Pattern.compile(
          "\\]\\((?<file>[^)\\s]+\\.(?:java|xml))\\)"
              + "|^ *```(?:java|xml)\\n(?<quoted>[\\s\\S]*?)^ *```",
          Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adding-a-store.md",
        "adding-a-tender-kind.md",
        "adding-a-promotion-kind.md",
        "adding-a-printer.md"
      })
  void quotationsOfAWorkedExample_matchTheSource(String name) {
    String document = Source.text(DOCS.resolve(name));

    assertThat(document).contains("```java");
    assertThat(untrueIn(document)).isEmpty();
  }

  @Test
  void aWrongQuotation_isReported() {
    String link = "[x](../pom.xml)\n";

    assertThat(untrueIn(link + "```xml\n<module>cart-app</module>\n```\n")).isEmpty();
    assertThat(
            untrueIn(link + "```xml\n<module>cart-domain</module>\n...\n<module>cart-app</m\n```"))
        .containsExactly("<module>cart-app</m");
    assertThat(untrueIn("```java\nclass A {}\n```\n")).containsExactly("class A {}");
    assertThat(untrueIn("[x](../none.xml)\n```xml\n<project/>\n```\n"))
        .containsExactly("<project/>");
  }

  private static List<String> untrueIn(String document) {
    List<String> untrue = new ArrayList<>();
    String source = "";
    for (MatchResult found : LINK_OR_QUOTATION.matcher(document).results().toList()) {
      if (found.group(1) != null) {
        Path file = DOCS.resolve(found.group(1));
        source = Files.exists(file) ? lines(Source.text(file)) : "";
        continue;
      }
      for (String part : found.group(2).split("(?m)^ *\\.\\.\\.\\n", -1)) {
        if (!source.contains(lines(part))) {
          untrue.add(part.strip());
        }
      }
    }
    return untrue;
  }

  /** Whole lines, whatever their indentation. */
  private static String lines(String text) {
    return "\n"
        + text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"))
        + "\n";
  }
}
